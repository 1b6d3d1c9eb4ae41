"""The walks of a screen reader: `run.py [short|long] [BROWSER-LANGUAGE[-measures|-trend]…]`.

Without names, the demo article in Firefox and Chromium, each in Vietnamese and in English; where the walk is short also
a page of other units (`-measures`) in each language, and lines over time (`-trend`). Two at a time. All transcripts are
written to target/screen-reader. The long walk is to be read, and passes when it comes to its end.

The short walk is compared with the files beside this one, which `UPDATE=1` writes. It is walked up to three times, and
passes at the first time that it is heard as the file has it. Where no time is like the file, only the lines with a
number decide, whatever else differs: they are what is heard of figures. The walk fails
- where such a line of the file was heard at none of the three times, and
- where such a line that the file does not have was heard each time.
All other differences are printed, and pass: a busy machine cuts words off, and what Orca says of itself and of
controls is not the same from run to run. So a button that has lost its word is found by reading what is printed,
not by a failure.
"""
import difflib
import functools
import http.server
import os
import re
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True
PAGES = {'vi': 'index.html', 'en': 'en.html'}
ARTICLE = ['firefox-vi', 'chromium-en', 'firefox-en', 'chromium-vi']
MEASURES = [f'{name}-measures' for name in
            ['firefox-fr', 'chromium-en', 'firefox-id', 'firefox-vi', 'firefox-th', 'firefox-zh-Hans']]
TREND = ['firefox-en-trend', 'chromium-vi-trend']
# A rate, a change below zero, and money that is not đồng.
INDICATORS = ['poor', 'migration', 'grants']
OUT = ROOT / 'target/screen-reader'


class Site(http.server.SimpleHTTPRequestHandler):
    """
    www; `still-PAGE` for each page: the same without its scripts; `measures-LANGUAGE.html`: rankings of
    tests/data/communes.json, which is `communes.json` here; and `trend-LANGUAGE.html`: lines over time.
    """

    def do_GET(self):
        name = self.path.lstrip('/').split('?')[0]
        kind = 'text/html; charset=utf-8'
        if name.startswith('still-'):
            text = (ROOT / 'www' / Path(name[6:]).name).read_text(encoding='utf-8')
            text = re.sub(r'<script type="module".*?</script>', '', text, flags=re.S).encode()
        elif name.startswith(('measures-', 'trend-')):
            text = made(*name.removesuffix('.html').split('-', 1)).encode()
        elif name == 'communes.json':
            text, kind = (ROOT / 'tests/data/communes.json').read_bytes(), 'application/json'
        else:
            return super().do_GET()
        self.send_response(200)
        self.send_header('Content-Type', kind)
        self.send_header('Content-Length', str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def end_headers(self):
        self.send_header('Cache-Control', 'no-cache')
        super().end_headers()

    def log_message(self, *_):
        pass


def made(kind, language):
    """A page of rankings, or of lines over time, in a language."""
    charts = ''.join(f'<village-chart type="ranking" src="communes.json" indicator="{id}"></village-chart>\n'
                     for id in INDICATORS)
    if kind == 'trend':
        charts = '<village-chart type="trend" src="data/mau.json"></village-chart>\n'
    title = kind.capitalize()
    return (f'<!doctype html>\n<html lang="{language}">\n<meta charset="utf-8">\n<title>{title}</title>\n'
            '<script type="module" src="dist/village-charts.js"></script>\n'
            f'<h1>{title}</h1>\n{charts}<p>End</p>\n</html>\n')


def walk(kind, name, site):
    """One walk, in the process of its own session."""
    from reader import Reader
    from walks import WALKS, Walk
    made = re.search('-(measures|trend)$', name)
    browser, language = name[:made.start() if made else None].split('-', 1)
    page, action = PAGES.get(language), WALKS[kind]
    if made:
        page, action = f'{made[1]}-{language}.html', WALKS[made[1]]
    program = os.environ['CHROMIUM'] if browser == 'chromium' else 'firefox-esr'
    with Reader(browser, program, site + page, OUT / f'{kind}-{name}.run') as reader:
        walk = Walk(reader, site, page)
        action(walk)
    (OUT / f'{kind}-{name}.txt').write_text('\n'.join(walk.lines).lstrip() + '\n', encoding='utf-8')


def walked(kind, name, site):
    """The transcript of a walk."""
    start = time.monotonic()
    made = OUT / f'{kind}-{name}.txt'
    made.unlink(missing_ok=True)
    command = ['dbus-run-session', '--', sys.executable, __file__, '--walk', kind, name, site]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=1200)
    text = made.read_text(encoding='utf-8') if made.exists() else ended.stderr
    print(f'{name}: {time.monotonic() - start:.0f} s', flush=True)
    return text


def figures(text):
    """The lines with a number in them: what is heard of figures."""
    return {line.strip() for line in text.splitlines() if re.search(r'\d', line) and not line.startswith('#')}


def compared(kind, site, name):
    """What differs from the words that are kept; empty where nothing does that matters."""
    golden = HERE / f'{name}.txt'
    text = walked(kind, name, site)
    if kind != 'short':
        return '' if text.startswith('# ') else text
    if os.environ.get('UPDATE') and text.startswith('# '):
        golden.write_text(text, encoding='utf-8')
        print(f'{name}: kept')
    if not golden.exists():
        print(f'{name}: no words are kept yet; UPDATE=1 keeps them')
        return ''
    before = golden.read_text(encoding='utf-8')
    heard = [text]
    while heard[-1] != before and len(heard) < 3:
        heard.append(walked(kind, name, site))
    if heard[-1] == before:
        return ''
    lines = difflib.unified_diff(before.splitlines(), heard[-1].splitlines(), str(golden), 'heard', lineterm='')
    difference = '\n'.join(lines)
    said = list(map(figures, heard))
    missing = figures(before) - set.union(*said)
    other = set.intersection(*said) - figures(before)
    if missing or other:
        return difference
    print(f'{name}: all figures as they were; what differs besides:\n{difference}')
    return ''


def main(kind, names):
    OUT.mkdir(parents=True, exist_ok=True)
    handler = functools.partial(Site, directory=str(ROOT / 'www'))
    with http.server.ThreadingHTTPServer(('127.0.0.1', 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        site = f'http://127.0.0.1:{server.server_port}/'
        with ThreadPoolExecutor(2) as pool:
            found = list(pool.map(functools.partial(compared, kind, site), names))
        server.shutdown()
    for name, difference in zip(names, found):
        print(f'{name}: {"differs" if difference else "as it was" if kind == "short" else "written"}')
        if difference:
            print(difference)
    failed = sum(map(bool, found))
    print(f'ℹ pass {len(names) - failed}\nℹ fail {failed}')
    return failed > 0


if __name__ == '__main__':
    if sys.argv[1:2] == ['--walk']:
        walk(*sys.argv[2:])
    else:
        words = sys.argv[1:]
        kind = words.pop(0) if words and '-' not in words[0] else 'short'
        sys.exit(main(kind, words or ARTICLE + (MEASURES + TREND if kind == 'short' else [])))
