/** The public surface of the language: text → checked policy → bundle, and what can be asked of each on the way. */

export type { Tree } from './2-syntax/nodes/policy.ts';
export type { Span } from './2-syntax/nodes/span.ts';
export type { ParseResult } from './2-syntax/parse.ts';
export { parse } from './2-syntax/parse.ts';
export { check } from './3-check/check.ts';
export { lower } from './4-lower/lower.ts';
export { amountOf } from './5-bundle/amount-of.ts';
export { STATUS_WORDS } from './5-bundle/answer-words.ts';
export { COMPILER_VERSION, LANGUAGE_VERSION } from './5-bundle/bundle.ts';
export { typesFor } from './5-bundle/types-for.ts';
export type { Cause, CauseKind } from './causes/cause.ts';
export { CAUSE_KINDS } from './causes/cause.ts';
export type { CauseOptions, FoundCause, PatientCauses } from './causes/causes.ts';
export { causesOf } from './causes/causes.ts';
export type { Ground } from './causes/grounds.ts';
export type { CauseGroup } from './causes/groups.ts';
export { causeGroups } from './causes/groups.ts';
export type { JudgedEvent, JudgedValue, PatientCase } from './causes/judge.ts';
export { judged } from './causes/judge.ts';
export { neutralised, neutralsOf } from './causes/neutralised.ts';
export type { Alike } from './compare/alike.ts';
export type { Unit } from './compare/alone.ts';
export type { Changes, SideValue, ValueChange } from './compare/changes.ts';
export { changesOf } from './compare/changes.ts';
export type { ClassCurve, Classes, ClassRow, CurveVertex, PatientClass } from './compare/classes.ts';
export { classesOf } from './compare/classes.ts';
export type { Drawn } from './compare/drawn.ts';
export { drawnOf } from './compare/drawn.ts';
export type { Given } from './compare/facets.ts';
export { groundOf } from './compare/ground.ts';
export { turningPoint } from './compare/kinks.ts';
export type { Measure } from './compare/outcome.ts';
export { measureOf } from './compare/outcome.ts';
export type { SamplePatient, SampleResult } from './compare/sample-set.ts';
export { sampleResults, scenarioPatients } from './compare/sample-set.ts';
export { sharesOf } from './compare/shares.ts';
export type { SideChoice, SideProblem, SideResult } from './compare/side.ts';
export { sideOf } from './compare/side.ts';
export type { LongWork } from './compare/slices.ts';
export { Stopped } from './compare/slices.ts';
export type { StructureChange } from './compare/structure.ts';
export type { ChangeWitnesses, Witness } from './compare/witnesses.ts';
export { witnessesOf } from './compare/witnesses.ts';
export type { Trait } from './compare/wording.ts';
export type { Compiled, CompileOptions, Compiler } from './compile.ts';
export { compile, createCompiler } from './compile.ts';
export type { Citing } from './coverage/citing.ts';
export { citeAt } from './coverage/citing.ts';
export type { Clause, ClauseAccount, ClauseDocument, ClauseState } from './coverage/clauses.ts';
export { clausesOf } from './coverage/clauses.ts';
export type { Noting } from './coverage/noting.ts';
export { blockFor, leftOpen, notARule, ruleFrom, unexpressed } from './coverage/noting.ts';
export type { Diagnostic, Fix, Severity, TextEdit, Words } from './diagnostics/diagnostic.ts';
export { renderDiagnostic } from './diagnostics/render.ts';
export { withRepairs } from './fixes/mechanical.ts';
export { format } from './format/format.ts';
export { printBlock, printBlocks, printChange, printItem } from './format/print/print.ts';
export { KEYWORDS } from './keywords.ts';
export type { ExpandedLaw, ExpandOptions } from './ladder/expanded.ts';
export { expandedLaw } from './ladder/expanded.ts';
export type { LawOnDay, LawOptions } from './ladder/law.ts';
export { lawOn } from './ladder/law.ts';
export type { Adjusted, Drift, Heir, Heirloom, Override, Side, Stretch } from './ladder/report.ts';
export { ladderOf } from './ladder/report.ts';
export { driftWords, ladderLines } from './ladder/words.ts';
export type { CitationModel, Model, PolicyModel, PropertyModel, ScenarioModel } from './model/types.ts';
export type { SourceDocument, SourceFile, Workspace } from './model/workspace.ts';
export type { NudgedPlace, ReadFile } from './mutation/nudges.ts';
export { nudgesOf } from './mutation/nudges.ts';
export type { Compiling, Nudge, NudgeOptions, NudgeReport, NudgeResult } from './mutation/run.ts';
export { runNudges } from './mutation/run.ts';
export type { AmendmentDraft, DayDecision, ValueEdit } from './notice/amendment.ts';
export { amendmentText } from './notice/amendment.ts';
export type { Claim, Judgement } from './notice/claims.ts';
export { claimsOf, judge, leastFitting } from './notice/claims.ts';
export type { StatedDay } from './notice/effective.ts';
export { effectiveDay } from './notice/effective.ts';
export type { NewBenefit, NewPart, PartRole } from './notice/new-benefit.ts';
export type { NoticeNumber, NumberKind, Paragraph } from './notice/notice-number.ts';
export { numbersOf, paragraphsOf } from './notice/numbers.ts';
export type { Destination, NoRuleReason, Proposal } from './notice/proposal.ts';
export type { PolicyValues } from './notice/propose.ts';
export type { NoticeReading } from './notice/read-notice.ts';
export { readNotice } from './notice/read-notice.ts';
export { relativeLines, twoReadings } from './notice/relative.ts';
export type { RowCheck } from './notice/row-check.ts';
export { amountIn, checkRow } from './notice/row-check.ts';
export type { PolicyShape } from './notice/shape.ts';
export { shapeOf } from './notice/shape.ts';
export { decimalText, written } from './notice/written.ts';
export type { Counterexample, PatientVisit } from './properties/judge.ts';
export type { PropertyOptions, PropertyResult } from './properties/run.ts';
export { runProperties } from './properties/run.ts';
export type { SingleChange } from './properties/what-if.ts';
export { changesWorthTrying, interests } from './properties/what-if.ts';
export type { ReachedPart } from './scenarios/reached.ts';
export { reachedParts } from './scenarios/reached.ts';
export { rerunScenarios } from './scenarios/rerun.ts';
export type { EventResult, ScenarioOptions, ScenarioResult, Tick } from './scenarios/run.ts';
export { runScenarios } from './scenarios/run.ts';
export { completeAt } from './services/completion.ts';
export { foldsOf } from './services/folding.ts';
export type { ManualPages } from './services/hover.ts';
export { hoverAt, pageInLanguages, pageName } from './services/hover.ts';
export { definitionAt, referencesAt } from './services/navigation.ts';
export type { OutlineEntry } from './services/outline.ts';
export { outlineOf } from './services/outline.ts';
export { allInitials, initials } from './services/pinyin.ts';
export { renameAt } from './services/rename.ts';
export { colouring } from './services/semantic-tokens.ts';
export type { FileState, ServiceState } from './services/state.ts';
export type { ActionGround, TableAction } from './sheets/actions.ts';
export { tableActions } from './sheets/actions.ts';
export { editSheet } from './sheets/edit.ts';
export { addressedRules } from './sheets/extract.ts';
export { sheetsOf } from './sheets/file-sheets.ts';
export type { Known } from './sheets/known.ts';
export { knownOf } from './sheets/known.ts';
export type { SheetMemory } from './sheets/memory.ts';
export { createSheetMemory } from './sheets/memory.ts';
export type {
  Allowed,
  AllowedType,
  CellBlock,
  CellChange,
  CellKind,
  CellOutcome,
  CellPlace,
  CellProblem,
  Extent,
  FileSheets,
  FormLine,
  Sheet,
  SheetChange,
  SheetColumn,
  SheetEdited,
  SheetKind,
  SheetRow,
} from './sheets/sheet.ts';
export { CELL_KINDS, HEAD_ROW } from './sheets/sheet.ts';
export { pointsToSign } from './signoff/facts.ts';
export type { SignoffFacts, SignoffProblem } from './signoff/judge.ts';
export { sameName, signoffProblems } from './signoff/judge.ts';
export type { GivenBack, Signed, SignedPoint, SignedSet, SignoffRecord } from './signoff/record.ts';
export { readSignoff, SIGNOFF_FORMAT, signoffPath, signoffText } from './signoff/record.ts';
export type { StandingValue, ValueKind, ValueRole, ValuesOptions } from './values/standing-value.ts';
export { valuesOf } from './values/values.ts';
