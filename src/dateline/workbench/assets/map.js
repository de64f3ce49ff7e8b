// The map of places. It is loaded when the page already stands, and holds nothing that the list beside it does not.
"use strict";

const EARTH_KM = 6371.0088;
const CORNERS = 48;
let map = null;
let starting = null;
let loading = null;
let shownFrom = "";

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

// A ring of so many kilometres around a point, as a polygon of degrees.
function ring([lon, lat], km) {
  const reach = km / EARTH_KM, phi = (lat * Math.PI) / 180, lambda = (lon * Math.PI) / 180;
  const points = [];
  for (let k = 0; k <= CORNERS; k++) {
    const turn = (2 * Math.PI * k) / CORNERS;
    const y = Math.asin(Math.sin(phi) * Math.cos(reach) + Math.cos(phi) * Math.sin(reach) * Math.cos(turn));
    const x = lambda + Math.atan2(Math.sin(turn) * Math.sin(reach) * Math.cos(phi), Math.cos(reach) - Math.sin(phi) * Math.sin(y));
    points.push([(x * 180) / Math.PI, (y * 180) / Math.PI]);
  }
  return { type: "Feature", properties: {}, geometry: { type: "Polygon", coordinates: [points] } };
}

function rings(places) {
  const known = places.features.filter((one) => one.properties.radius_km > 0);
  return { type: "FeatureCollection", features: known.map((one) => ring(one.geometry.coordinates, one.properties.radius_km)) };
}

const NOTHING = { type: "FeatureCollection", features: [] };
const CLOSE = ["in", ["get", "precision"], ["literal", ["exact", "near"]]];
const SIZE = ["interpolate", ["linear"], ["zoom"],
  1, ["min", 16, ["*", 2.2, ["sqrt", ["get", "incidents"]]]],
  6, ["min", 40, ["+", 2, ["*", 3.6, ["sqrt", ["get", "incidents"]]]]]];

function style(world) {
  const text = { "text-font": ["sans-serif"], "text-size": ["interpolate", ["linear"], ["zoom"], 2, 10, 6, 14], "text-max-width": 7 };
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: world.land, attribution: "Natural Earth" },
      borders: { type: "geojson", data: world.borders },
      names: { type: "geojson", data: world.names },
      rings: { type: "geojson", data: NOTHING },
      places: { type: "geojson", data: NOTHING },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("--sea") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": colour("--land"), "fill-outline-color": colour("--border") } },
      { id: "borders", type: "line", source: "borders", paint: { "line-color": colour("--border"), "line-width": 0.8 } },
      { id: "names", type: "symbol", source: "names", minzoom: 2,
        layout: { ...text, "text-field": ["get", "name"], "symbol-sort-key": ["get", "rank"], "text-padding": 12 },
        paint: { "text-color": colour("--soft"), "text-halo-color": colour("--land"), "text-halo-width": 1, "text-opacity": 0.85 } },
      { id: "reach", type: "fill", source: "rings", paint: { "fill-color": colour("--accent"), "fill-opacity": 0.05 } },
      { id: "edge", type: "line", source: "rings", paint: { "line-color": colour("--accent"), "line-width": 1, "line-dasharray": [3, 2], "line-opacity": 0.7 } },
      { id: "places", type: "circle", source: "places", layout: { "circle-sort-key": ["-", ["get", "incidents"]] },
        paint: {
          "circle-radius": SIZE, "circle-color": ["case", CLOSE, colour("--accent"), colour("--land")],
          "circle-opacity": ["case", CLOSE, 0.75, 0.35], "circle-stroke-width": ["case", CLOSE, 1, 2],
          "circle-stroke-color": ["case", CLOSE, colour("--sheet"), colour("--accent")],
        } },
      { id: "towns", type: "symbol", source: "places", minzoom: 3,
        layout: { "text-field": ["get", "name"], "text-font": ["sans-serif"], "text-size": 12, "text-anchor": "top", "text-offset": [0, 0.9],
          "text-max-width": 9, "symbol-sort-key": ["-", ["get", "incidents"]] },
        paint: { "text-color": colour("--ink"), "text-halo-color": colour("--land"), "text-halo-width": 1.4 } },
    ],
  };
}

function tell(words) {
  const box = document.getElementById("map");
  if (!box) return;
  box.textContent = words;
  box.classList.add("missing");
}

function library(holder) {
  loading ??= new Promise((done, failed) => {
    const look = document.createElement("link");
    look.rel = "stylesheet";
    look.href = holder.dataset.style;
    const script = document.createElement("script");
    script.src = holder.dataset.library;
    script.onload = () => { maplibregl.setWorkerUrl(holder.dataset.worker); done(); };
    script.onerror = failed;
    document.head.append(look, script);
  });
  return loading;
}

async function read(address) {
  const got = await fetch(address);
  if (!got.ok) throw new Error(`${address}: ${got.status}`);
  return got.json();
}

function bounds(places) {
  const box = new maplibregl.LngLatBounds();
  for (const one of places.features) box.extend(one.geometry.coordinates);
  return box;
}

function popup(feature) {
  const { name, said, how, toll, link } = feature.properties;
  const box = document.createElement("div");
  const head = document.createElement("a");
  head.href = link;
  head.textContent = name;
  box.append(head);
  for (const words of [said, toll, how]) {
    if (!words) continue;
    const line = document.createElement("div");
    line.textContent = words;
    box.append(line);
  }
  return box;
}

async function begin(holder) {
  const world = await read(holder.dataset.world);
  map = new maplibregl.Map({
    container: "map", style: style(world), center: [20, 25], zoom: 1, maxZoom: 11, minZoom: 0.5,
    dragRotate: false, pitchWithRotate: false, touchPitch: false, attributionControl: { compact: false },
    cooperativeGestures: false, renderWorldCopies: true, fadeDuration: 0,
  });
  map.scrollZoom.disable();
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-right");
  map.on("click", "places", (event) => {
    new maplibregl.Popup({ closeButton: true, maxWidth: "260px" })
      .setLngLat(event.features[0].geometry.coordinates).setDOMContent(popup(event.features[0])).addTo(map);
  });
  map.on("click", () => map.scrollZoom.enable());
  map.on("mouseenter", "places", () => { map.getCanvas().style.cursor = "pointer"; });
  map.on("mouseleave", "places", () => { map.getCanvas().style.cursor = ""; });
  await new Promise((done) => { map.once("load", done); });
  repaint = () => paint(world);
  repaint();
}

let repaint = () => {};  // until there is something to paint
document.addEventListener("look", () => repaint());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => repaint());

function paint(world) {
  for (const layer of style(world).layers) {
    for (const [name, value] of Object.entries(layer.paint ?? {})) map.setPaintProperty(layer.id, name, value);
  }
}

async function draw() {
  const holder = document.querySelector("[data-map]");
  if (map && !map.getContainer().isConnected) {
    map.remove();
    repaint = () => {};
    map = starting = null;
    shownFrom = "";
  }
  if (!holder || holder.dataset.points === shownFrom) return;
  const asked = shownFrom = holder.dataset.points;
  try {
    await library(holder);
    const places = await read(asked);
    await (starting ??= begin(holder));
    if (asked !== shownFrom || !map) return;  // something else has been asked meanwhile
    map.getSource("places").setData(places);
    map.getSource("rings").setData(rings(places));
    if (places.features.length) map.fitBounds(bounds(places), { padding: 48, maxZoom: 6.5, duration: 0 });
    map.once("idle", () => { document.getElementById("map").dataset.drawn = "yes"; });
  } catch (error) {
    shownFrom = "";
    tell(/webgl/i.test(String(error?.message ?? error)) ? holder.dataset.missing : holder.dataset.failed);
  }
}

// Only once the page stands and is seen: what there is to read comes first.
const idle = window.requestIdleCallback ?? ((what) => setTimeout(what, 200));
const watched = new IntersectionObserver((entries) => {
  if (entries.some((one) => one.isIntersecting)) idle(draw);
}, { rootMargin: "200px" });
function watch() {
  const box = document.getElementById("map");
  if (box) watched.observe(box);
}
if (document.readyState === "complete") watch(); else window.addEventListener("load", watch);
document.body.addEventListener("htmx:afterSettle", () => { if (map) draw(); else watch(); });
