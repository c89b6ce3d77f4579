/** The style of a page that was saved: it needs no file and no network, and prints well. */
export const pageStyle = `
:root { color-scheme: light; font: 15px/1.5 'IBM Plex Sans', system-ui, sans-serif; color: #192026; background: #fff; }
body { max-width: 900px; margin: 0 auto; padding: 24px 16px 64px; }
h1 { font-size: 24px; line-height: 1.25; }
h2 { margin-top: 40px; font-size: 18px; }
figure { margin: 16px 0; }
figure svg { display: block; width: 100%; height: auto; border: 1px solid #dbe1e5; }
ol { padding-left: 1.4em; }
li { margin: 0 0 12px; overflow-wrap: anywhere; }
blockquote { margin: 4px 0 0; padding-left: 12px; border-left: 3px solid #dbe1e5; color: #46525b; }
mark { background: #fff1b8; color: inherit; }
small, footer { color: #5f6b74; }
a { color: inherit; }
@media print { figure, li { break-inside: avoid; } }
`;
