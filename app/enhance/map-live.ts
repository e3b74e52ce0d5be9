import type { FeatureCollection } from "geojson";
import {
  CircleMarker,
  Control,
  DivIcon,
  GeoJSON,
  type LatLng,
  type LatLngBounds,
  Map as LiveMap,
  Marker,
  type Path,
  Polygon,
} from "leaflet";
import stylesheet from "leaflet/dist/leaflet.css?url";

/** Replaces the drawing by a map that can be moved and zoomed. It shows borders and marks; it asks no tile server. */
export async function showMap(element: HTMLElement): Promise<void> {
  const [shapes] = await Promise.all([fetchShapes(element.dataset.shapes ?? ""), addStylesheet()]);
  if (!shapes || shapes.features.length === 0) return;
  const frame = document.createElement("div");
  frame.className = "map-live";
  frame.setAttribute("role", "application");
  const drawing = element.querySelector("svg");
  frame.setAttribute("aria-label", drawing?.getAttribute("aria-label") ?? "");
  drawing?.before(frame);
  const map = new LiveMap(frame, {
    attributionControl: false,
    zoomControl: false,
    zoomSnap: 0.25,
    // The wheel and one finger belong to the page; the buttons, the keys and two fingers to the map.
    scrollWheelZoom: false,
    dragging: !matchMedia("(pointer: coarse)").matches,
  });
  const { zoomIn = "", zoomOut = "" } = element.dataset;
  new Control.Zoom({ zoomInTitle: zoomIn, zoomOutTitle: zoomOut }).addTo(map);
  const bounds = addAreas(map, element, shapes);
  map.fitBounds(bounds, { padding: [8, 8] });
  map.setMaxBounds(bounds.pad(0.5));
  const whole = map.getZoom();
  map.setMinZoom(whole - 1);
  map.on("zoomend", () => {
    if (map.getZoom() > whole) map.dragging.enable();
  });
  addNumbers(map, element);
  addMarks(map, element);
  addHelp(element, frame);
  if (element.dataset.pickLatitude) letPick(map, element);
}

async function fetchShapes(address: string): Promise<FeatureCollection | null> {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? ((await answer.json()) as FeatureCollection) : null;
}

/** The map would lie in pieces for a moment without its style. */
function addStylesheet(): Promise<void> {
  return new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = stylesheet;
    link.onload = () => resolve();
    link.onerror = () => resolve();
    document.head.append(link);
  });
}

function addAreas(map: LiveMap, element: HTMLElement, shapes: FeatureCollection): LatLngBounds {
  const { current } = element.dataset;
  const areas = new GeoJSON(shapes, {
    style: (feature) => ({
      className: `map-shape ${feature?.id === current ? "is-current" : shadeOf(element, String(feature?.id))}`,
    }),
    onEachFeature: (feature, layer) => {
      const link = element.querySelector(`[data-code="${CSS.escape(String(feature.id))}"]`);
      layer.bindTooltip(link?.querySelector("title")?.textContent ?? "", { sticky: true });
      const href = link?.getAttribute("href");
      if (href) layer.on("click", () => location.assign(href));
    },
  }).addTo(map);
  const shown = areas.getLayers().find((layer) => (layer as Path).options.className?.endsWith("is-current"));
  if (shown) (shown as Path).bringToFront();
  return areas.getBounds();
}

/** The shade of an area in the drawing. */
function shadeOf(element: HTMLElement, code: string): string {
  const area = element.querySelector(`[data-code="${CSS.escape(code)}"]`);
  return [...(area?.classList ?? [])].find((name) => name.startsWith("is-shade-")) ?? "";
}

/** The numbers that the districts have in the list. */
function addNumbers(map: LiveMap, element: HTMLElement): void {
  map.eachLayer((layer) => {
    if (!(layer instanceof Polygon)) return;
    const area = element.querySelector(`[data-code="${CSS.escape(String(layer.feature?.id))}"] text`);
    const icon = new DivIcon({ className: "map-number", html: area?.textContent ?? "" });
    new Marker(layer.getCenter(), { icon, interactive: false, keyboard: false }).addTo(map);
  });
}

function addMarks(map: LiveMap, element: HTMLElement): void {
  for (const mark of element.querySelectorAll<SVGElement>("[data-latitude]")) {
    const place: [number, number] = [Number(mark.dataset.latitude), Number(mark.dataset.longitude)];
    const spot = new CircleMarker(place, { radius: 9, className: "map-spot" }).addTo(map);
    spot.bindTooltip(mark.querySelector("title")?.textContent ?? "");
    const href = mark.getAttribute("href");
    if (href) spot.on("click", () => location.assign(href));
  }
}

function addHelp(element: HTMLElement, frame: HTMLElement): void {
  const help = document.createElement("p");
  help.className = "map-help";
  help.id = "map-help";
  help.textContent = element.dataset.help ?? "";
  frame.setAttribute("aria-describedby", help.id);
  element.append(help);
}

/** A click, or Enter for the middle of the map, writes the degrees into the two fields of the form. */
function letPick(map: LiveMap, element: HTMLElement): void {
  const latitude = document.getElementById(element.dataset.pickLatitude ?? "");
  const longitude = document.getElementById(element.dataset.pickLongitude ?? "");
  if (!(latitude instanceof HTMLInputElement) || !(longitude instanceof HTMLInputElement)) return;
  const spot = new CircleMarker(map.getCenter(), { radius: 10, className: "map-spot is-chosen" });
  const show = () => {
    const place: [number, number] = [Number(latitude.value), Number(longitude.value)];
    if (latitude.value && longitude.value && place.every(Number.isFinite)) spot.setLatLng(place).addTo(map);
    else spot.remove();
  };
  const choose = ({ lat, lng }: LatLng) => {
    latitude.value = lat.toFixed(6);
    longitude.value = lng.toFixed(6);
    show();
  };
  map.on("click", ({ latlng }) => choose(latlng));
  map.getContainer().addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    choose(map.getCenter());
  });
  latitude.addEventListener("input", show);
  longitude.addEventListener("input", show);
  show();
}
