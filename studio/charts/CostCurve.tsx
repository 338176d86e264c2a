import type { KeyboardEvent, PointerEvent } from 'react';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { Yuan } from '../../runtime/answer.ts';
import { compareMoney, fromAxis, moneyText, onAxis, shortMoneyText, stepped } from '../strings/money.ts';
import type { Cliff, Curve, Kink } from '../worker/protocol.ts';
import styles from './CostCurve.module.css';
import type { Frame, PlacedCurve } from './curve-layout.ts';
import { placeCurve, placeLabels } from './curve-layout.ts';

/** Room that the own point's label needs, in pixels. */
const HERE_PX = 290;

/** A turning point or cliff with its name and a few words on what follows. */
export type NamedTurn = (Kink | Cliff) & { readonly note?: string };

export interface NamedCurve extends Curve {
  readonly kinks: readonly (Kink & { readonly note?: string })[];
  readonly cliffs: readonly (Cliff & { readonly note?: string })[];
}

interface CostCurveProps {
  readonly curve: NamedCurve;
  /** "政策范围内与个人负担的关系" */
  readonly label: string;
  readonly xLabel: string;
  readonly yLabel: string;
  /** "本次 4,000.00, 自己付 2,700.00" */
  readonly hereText: (at: Yuan, personal: Yuan) => string;
  /** Drag the dot, or ← → one yuan, with Shift a hundred, Home and End to the nearest kink. */
  readonly onMove: (at: Yuan) => void;
}

/** What the patient pays as the bill grows; deductible, bands and caps are its kinks. */
export function CostCurve({ curve, label, xLabel, yLabel, hereText, onMove }: CostCurveProps) {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 640, height: 240 });
  useLayoutEffect(() => {
    if (!box.current) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: Math.max(240, entry.contentRect.width), height: Math.max(140, entry.contentRect.height) });
    });
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);
  const frame: Frame = { ...size, left: 58, right: 24, top: 26, bottom: 40 };
  const placed = placeCurve(curve, frame);
  const clip = useId();
  const { here } = curve;
  const turns = turnsOf(curve);
  const labels = placeLabels(turns, placed, frame);
  const bottom = placed.placeY(0);

  const drag = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.buttons !== 1) return;
    const at = placed.readX(event.clientX - event.currentTarget.getBoundingClientRect().left);
    onMove(fromAxis(Math.min(placed.x.max, at)));
  };
  const key = (event: KeyboardEvent): void => {
    if (!here) return;
    const far = event.shiftKey ? 100 : 1;
    const next = keyTarget(event.key, here.at, far, curve);
    if (next === undefined) return;
    event.preventDefault();
    onMove(next);
  };
  return (
    <div
      ref={box}
      className={styles.box}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={Math.round(placed.x.max)}
      aria-valuenow={here ? Math.round(onAxis(here.at)) : 0}
      aria-valuetext={here ? hereText(here.at, here.personal) : undefined}
      onKeyDown={key}
    >
      <svg
        width={size.width}
        height={size.height}
        className={styles.curve}
        aria-hidden="true"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag(event);
        }}
        onPointerMove={drag}
      >
        {placed.y.ticks.map((tick) => (
          <g key={`y${tick}`}>
            <line className={styles.grid} x1={frame.left} x2={size.width - frame.right} y1={placed.placeY(tick)} y2={placed.placeY(tick)} />
            <text className={styles.axis} x={frame.left - 8} y={placed.placeY(tick) + 4} textAnchor="end">
              {shortMoneyText(fromAxis(tick))}
            </text>
          </g>
        ))}
        {placed.x.ticks.map((tick) => (
          <text key={`x${tick}`} className={styles.axis} x={placed.placeX(tick)} y={bottom + 17} textAnchor="middle">
            {shortMoneyText(fromAxis(tick))}
          </text>
        ))}
        <text className={styles.axis} x={frame.left - 8} y={13} textAnchor="end">
          {yLabel}
        </text>
        <text className={styles.axis} x={(frame.left + size.width - frame.right) / 2} y={size.height - 6} textAnchor="middle">
          {xLabel}
        </text>
        {here ? <polygon className={styles.area} points={`${areaPoints(curve, placed, here.at)}`} /> : null}
        <clipPath id={clip}>
          <rect
            x={frame.left}
            y={frame.top}
            width={Math.max(0, size.width - frame.left - frame.right)}
            height={Math.max(0, bottom - frame.top)}
          />
        </clipPath>
        <polyline className={styles.funds} points={placed.fundsLine} clipPath={`url(#${clip})`} />
        <polyline className={styles.line} points={placed.line} />
        {curve.cliffs.map((cliff) => (
          <line
            key={`c${cliff.at}`}
            className={styles.cliff}
            x1={placed.placeX(onAxis(cliff.at))}
            x2={placed.placeX(onAxis(cliff.at))}
            y1={placed.placeY(onAxis(cliff.before))}
            y2={placed.placeY(onAxis(cliff.personal))}
          />
        ))}
        {curve.kinks.map((kink) => (
          <circle key={kink.at} className={styles.kink} cx={placed.placeX(onAxis(kink.at))} cy={placed.placeY(onAxis(kink.personal))} r={4}>
            <title>{turnText(kink)}</title>
          </circle>
        ))}
        {here ? (
          <line
            className={styles.drop}
            x1={placed.placeX(onAxis(here.at))}
            x2={placed.placeX(onAxis(here.at))}
            y1={placed.placeY(onAxis(here.personal))}
            y2={bottom}
          />
        ) : null}
        {labels.map(({ at, x, y, end }) => {
          const turn = turns.find((one) => one.at === at);
          return (
            <text key={at} className={styles.kinkText} y={y} textAnchor={end ? 'end' : 'start'}>
              <tspan x={x} className={turn && 'before' in turn ? styles.cliffText : undefined}>
                {shortMoneyText(at)} {turn?.cause ?? ''}
              </tspan>
              {turn?.note === undefined ? null : (
                <tspan x={x} dy={15} className={styles.note}>
                  {turn.note}
                </tspan>
              )}
            </text>
          );
        })}
        {here ? (
          <Here
            place={{ x: placed.placeX(onAxis(here.at)), y: placed.placeY(onAxis(here.personal)) }}
            frame={frame}
            text={hereText(here.at, here.personal)}
          />
        ) : null}
      </svg>
    </div>
  );
}

interface HereProps {
  readonly place: { readonly x: number; readonly y: number };
  readonly frame: Frame;
  readonly text: string;
}

/** The visit's own point. The line only rises: above it on the left there is room, and the upper left corner is always free. */
function Here({ place: { x, y }, frame, text }: HereProps) {
  const beside = x > HERE_PX;
  return (
    <g>
      <circle className={styles.here} cx={x} cy={y} r={5.5} />
      <text
        className={styles.hereText}
        x={beside ? x - 11 : frame.left + 10}
        y={beside ? Math.max(14, y - 10) : frame.top + 14}
        textAnchor={beside ? 'end' : 'start'}
      >
        {text}
      </text>
    </g>
  );
}

/** Kinks and cliffs along the axis. */
const turnsOf = ({ kinks, cliffs }: NamedCurve): readonly NamedTurn[] => [...kinks, ...cliffs].toSorted((a, b) => compareMoney(a.at, b.at));

const turnText = ({ at, cause = '', note = '' }: NamedTurn): string => [moneyText(at), cause, note].filter((one) => one !== '').join(' ');

/** The turning points as a table, for those who do not see the drawing. */
export function CurveTable({
  curve,
  label,
  xLabel,
  yLabel,
  fundsLabel,
}: Pick<CostCurveProps, 'curve' | 'label' | 'xLabel' | 'yLabel'> & { readonly fundsLabel: string }) {
  return (
    <table className="unseen">
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">{xLabel}</th>
          <th scope="col">{yLabel}</th>
          <th scope="col">{fundsLabel}</th>
        </tr>
      </thead>
      <tbody>
        {turnsOf(curve).map((turn) => (
          <tr key={turn.at}>
            <td>{turnText(turn)}</td>
            <td>{moneyText(turn.personal)}</td>
            <td>{moneyText(turn.funds)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What lies under the line up to `at`. */
const areaPoints = (curve: Curve, placed: PlacedCurve, at: Yuan): string => {
  const before = [...curve.points, ...curve.kinks, ...(curve.here ? [curve.here] : [])]
    .filter((point) => compareMoney(point.at, at) <= 0)
    .sort((a, b) => compareMoney(a.at, b.at));
  const bottom = placed.placeY(0);
  const top = before.map((point) => `${placed.placeX(onAxis(point.at))},${placed.placeY(onAxis(point.personal))}`);
  return [`${placed.placeX(0)},${bottom}`, ...top, `${placed.placeX(onAxis(at))},${bottom}`].join(' ');
};

const keyTarget = (key: string, at: Yuan, far: number, curve: NamedCurve): Yuan | undefined => {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stepped(at, far);
    case 'ArrowLeft':
    case 'ArrowDown':
      return stepped(at, -far);
    case 'End':
      return turnsOf(curve).find((turn) => compareMoney(turn.at, at) > 0)?.at;
    case 'Home':
      return turnsOf(curve).findLast((turn) => compareMoney(turn.at, at) < 0)?.at;
    default:
      return undefined;
  }
};
