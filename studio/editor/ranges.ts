import { monaco } from './monaco.ts';

export const pathToUri = (path: string): monaco.Uri => monaco.Uri.from({ scheme: 'yice', path: `/${path}` });
export const uriToPath = (uri: monaco.Uri): string => uri.path.slice(1);

/** The model of a file, if it is open. */
export const modelOf = (path: string): monaco.editor.ITextModel | undefined => monaco.editor.getModel(pathToUri(path)) ?? undefined;

/** Offsets of our texts as Monaco's lines and columns. */
export const rangeIn = (model: monaco.editor.ITextModel, { start, end }: { readonly start: number; readonly end: number }): monaco.Range =>
  monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
