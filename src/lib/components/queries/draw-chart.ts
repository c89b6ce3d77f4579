import {
	BarController,
	BarElement,
	CategoryScale,
	Chart as Drawn,
	Legend,
	LinearScale,
	LineController,
	LineElement,
	PointElement,
	ScatterController,
	Tooltip,
	type ChartConfiguration
} from 'chart.js';
import type { Chart } from '#lib/domain/results/chart-of.ts';

Drawn.register(
	...[BarController, BarElement, CategoryScale, Legend, LinearScale, LineController, LineElement],
	...[PointElement, ScatterController, Tooltip]
);

/** The kinds' colours tell series apart in light and dark, as they do on the map; a dash and a point's shape tell them in grey. */
const colours = ['--method', '--task', '--dataset', '--metric', '--model', '--theory', '--other', '--ink'];
const dashes = [[], [6, 3], [2, 2], [8, 3, 2, 3]];
const shapes = ['circle', 'rect', 'triangle', 'rectRot'] as const;

function token(host: Element, name: string): string {
	return getComputedStyle(host).getPropertyValue(name).trim();
}

function configurationOf(chart: Chart, host: Element): ChartConfiguration {
	const [ink, line] = [token(host, '--ink-2'), token(host, '--line')];
	const colour = (at: number) => token(host, colours[at % colours.length] ?? '--ink');
	const scale = (title: string) => ({
		ticks: { color: ink, maxRotation: 60 },
		grid: { color: line },
		title: { display: title !== '', text: title, color: ink }
	});
	const still = { animation: false as const, responsive: true, maintainAspectRatio: false };
	if (chart.form === 'scatter')
		return {
			type: 'scatter',
			data: { datasets: [{ data: chart.points, backgroundColor: colour(0), pointRadius: 4 }] },
			options: {
				...still,
				scales: { x: scale(chart.x), y: scale(chart.y) },
				plugins: {
					legend: { display: false },
					tooltip: {
						callbacks: {
							label: ({ dataIndex }) => {
								const point = chart.points[dataIndex];
								return point ? `${point.name} (${point.x}, ${point.y})` : '';
							}
						}
					}
				}
			}
		};
	const isBar = chart.form === 'bar';
	return {
		type: chart.form,
		data: {
			labels: chart.labels.map((label) => (label.length > 40 ? `${label.slice(0, 39)}…` : label)),
			datasets: chart.series.map(({ name, values }, at) => ({
				...{ label: name, data: values, borderColor: colour(at), backgroundColor: colour(at) },
				...(isBar
					? { maxBarThickness: 26 }
					: {
							...{ borderWidth: 2, pointRadius: values.length > 60 ? 0 : 3, tension: 0 },
							...{
								borderDash: dashes[at % dashes.length] ?? [],
								pointStyle: shapes[at % shapes.length] ?? 'circle'
							}
						})
			}))
		},
		options: {
			...still,
			// Names are read along their line: bars lie.
			indexAxis: isBar ? 'y' : 'x',
			scales: isBar
				? { x: { ...scale(chart.series[0]?.name ?? ''), beginAtZero: true }, y: scale('') }
				: { x: scale(''), y: { ...scale(''), beginAtZero: true } },
			plugins: { legend: { display: chart.series.length > 1, labels: { color: ink, usePointStyle: true } } }
		}
	};
}

/** Draws a chart on a canvas, in the colours of the page; the function that it gives takes it away again. */
export function drawChart(canvas: HTMLCanvasElement, chart: Chart): () => void {
	let drawn = new Drawn(canvas, configurationOf(chart, canvas));
	const recolour = () => {
		drawn.destroy();
		drawn = new Drawn(canvas, configurationOf(chart, canvas));
	};
	const theme = new MutationObserver(recolour);
	theme.observe(document.documentElement, { attributeFilter: ['data-theme'] });
	return () => {
		theme.disconnect();
		drawn.destroy();
	};
}
