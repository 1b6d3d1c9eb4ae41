import { renderToString } from 'react-dom/server';
import { Villages } from './Villages.jsx';

/** The page as a server sends it. */
export const page = () => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Làng nghề Hà Nội</title>
<link rel="icon" href="data:,">
<script type="module" src="client.js"></script>
</head>
<body>
<div id="root">${renderToString(<Villages />)}</div>
</body>
</html>
`;
