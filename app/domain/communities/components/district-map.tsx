import type { ReactNode } from "react";
import { localText } from "~/i18n/local-text";
import { useLocale, useT } from "~/i18n/use-translation";
import type { DistrictShape, LocalText } from "../community";
import type { MapPoint } from "../district-of-point";
import { drawMap, type MapDrawing } from "../map-drawing";

type Area = {
  code: string;
  name: LocalText;
  outline: DistrictShape | null;
  /** From 0 for none to 4 for the most; a table beside the map says the figures. */
  shade?: number | undefined;
  /** The figure behind the shade, in words. */
  note?: string | undefined;
};

/** A thing on the map; its label and address are also in the list beside. */
type Mark = MapPoint & { label: string; href?: string | undefined };

type Props = {
  /** In the order of the list twin: areas carry its numbers. */
  districts: Area[];
  /** What the map shows, for those who do not see it. */
  label: string;
  /** Code of the district that the page is about. */
  current?: string | undefined;
  marks?: Mark[] | undefined;
  /** Names of two fields that take the degrees of a chosen point. */
  pick?: { latitude: string; longitude: string } | undefined;
  /** Id of what comes after the map, for the link that skips it. */
  after?: string | undefined;
  /** A drawing of districts that are not in force: without links and without the movable map. */
  still?: boolean | undefined;
};

/** Complete without scripts: numbered areas that are links, marks that are links. With scripts one can move and zoom. */
export function DistrictMap({ districts, label, current, marks = [], pick, after, still }: Props) {
  const t = useT();
  const drawing = drawMap(districts);
  if (!drawing) return null;
  return (
    <div
      className="map"
      data-enhance={still ? undefined : "map"}
      data-shapes="/districts.geojson"
      data-current={current}
      data-zoom-in={t("communities.map.zoomIn")}
      data-zoom-out={t("communities.map.zoomOut")}
      data-help={t(pick ? "communities.map.pickHelp" : "communities.map.help")}
      data-pick-latitude={pick?.latitude}
      data-pick-longitude={pick?.longitude}
    >
      {after ? (
        <a className="map-skip" href={`#${after}`}>
          {t("communities.map.skip")}
        </a>
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing of links; fieldset is for forms */}
      <svg
        className="map-drawing"
        viewBox={`0 0 ${drawing.width} ${drawing.height}`}
        role="group"
        aria-label={label}
      >
        <Areas
          districts={districts}
          drawing={drawing}
          current={current}
          still={still || pick !== undefined}
        />
        <Marks marks={marks} drawing={drawing} />
      </svg>
    </div>
  );
}

type AreasProps = Pick<Props, "districts" | "current" | "still"> & { drawing: MapDrawing };

function Areas({ districts, drawing, current, still }: AreasProps) {
  const locale = useLocale();
  return drawing.areas.map((area) => {
    const index = districts.findIndex(({ code }) => code === area.code);
    const { name = {}, note, shade } = districts[index] ?? {};
    const named = `${index + 1} ${localText(name, locale).text}`;
    const shaded = shade === undefined ? "map-area" : `map-area is-shade-${shade}`;
    return (
      <MapLink
        key={area.code}
        href={still ? undefined : `/${locale}/districts/${encodeURIComponent(area.code)}`}
        name={note ? `${named}: ${note}` : named}
        className={area.code === current ? `${shaded} is-current` : shaded}
        data={{ "data-code": area.code }}
      >
        <path d={area.path} fillRule="evenodd" />
        <text x={area.label.x} y={area.label.y} textAnchor="middle" dominantBaseline="central">
          {index + 1}
        </text>
      </MapLink>
    );
  });
}

function Marks({ marks, drawing }: { marks: Mark[]; drawing: MapDrawing }) {
  return marks.map(({ label, href, latitude, longitude }) => {
    const place = drawing.place({ latitude, longitude });
    return place ? (
      <MapLink
        key={`${label} ${latitude} ${longitude}`}
        href={href}
        name={label}
        className="map-mark"
        data={{ "data-latitude": latitude, "data-longitude": longitude }}
      >
        <circle cx={place.x} cy={place.y} r="14" />
      </MapLink>
    ) : null;
  });
}

type MapLinkProps = {
  href: string | undefined;
  name: string;
  className: string;
  data: Record<string, string | number>;
  children: ReactNode;
};

function MapLink({ href, name, className, data, children }: MapLinkProps) {
  if (!href) {
    return (
      <g className={className} {...data}>
        <title>{name}</title>
        {children}
      </g>
    );
  }
  return (
    <a href={href} className={className} aria-label={name} {...data}>
      <title>{name}</title>
      {children}
    </a>
  );
}
