"""Orca with a browser on a display that no one sees: keys go in, what a listener would hear comes out.

Each Reader is made in a process of its own under `dbus-run-session`, since the accessibility bus is one for a session.
"""
import json
import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

HERE = Path(__file__).parent / 'stand-in'
SIZE = (1280, 900)
PATIENCE = 2.5  # seconds, for the first word of an answer


def busy():
    """How much longer a busy machine is waited for."""
    return min(3, max(1, os.getloadavg()[0] / (2 * os.cpu_count())))

FIREFOX = {
    'accessibility.force_disabled': -1,
    'app.update.enabled': False,
    'browser.aboutwelcome.enabled': False,
    'browser.preonboarding.enabled': False,
    'browser.sessionstore.resume_from_crash': False,
    'browser.shell.checkDefaultBrowser': False,
    'browser.startup.homepage_override.mstone': 'ignore',
    'browser.translations.enable': False,
    'datareporting.policy.dataSubmissionEnabled': False,
    'datareporting.policy.firstRunURL': '',
    'network.captive-portal-service.enabled': False,
    'network.connectivity-service.enabled': False,
    # root in a container has no namespaces for a sandbox
    'security.sandbox.content.level': 0,
    'termsofuse.bypassNotification': True,
    'toolkit.telemetry.reportingpolicy.firstRun': False,
    'trailhead.firstrun.didSeeAboutWelcome': True,
}
CHROMIUM = [
    '--disable-background-networking',
    '--disable-features=Translate,TranslateUI',
    '--disable-gpu',
    '--force-renderer-accessibility',
    '--no-default-browser-check',
    '--no-first-run',
    '--no-sandbox',
    '--password-store=basic',
    '--window-position=0,0',
]


class Reader:
    """`with Reader(browser, program, url, folder) as reader: reader.press('Tab')`"""

    def __init__(self, browser, program, url, folder):
        self.browser, self.program, self.url, self.folder = browser, program, url, Path(folder)
        self.processes, self.heard = [], 0

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_error):
        self.stop()

    def start(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        home, runtime, profile = (self.folder / name for name in ('home', 'runtime', 'profile'))
        orca = home / '.local/share/orca'
        for path in (orca, runtime, profile):
            path.mkdir(parents=True, exist_ok=True)
        runtime.chmod(0o700)
        self.spoken = self.folder / 'spoken'
        self.spoken.touch()
        keep = ('DBUS_SESSION_BUS_ADDRESS', 'PATH', 'TERM')
        self.environment = {name: os.environ[name] for name in keep if name in os.environ}
        self.environment.update(
            ACCESSIBILITY_ENABLED='1', GDK_BACKEND='x11', GNOME_ACCESSIBILITY='1', GSETTINGS_BACKEND='memory',
            GTK_MODULES='gail:atk-bridge', HOME=str(home), LANG='C.UTF-8', LC_ALL='C.UTF-8', MOZ_ENABLE_WAYLAND='0',
            SPOKEN=str(self.spoken), XDG_CACHE_HOME=f'{home}/.cache', XDG_CONFIG_HOME=f'{home}/.config',
            XDG_DATA_HOME=f'{home}/.local/share', XDG_RUNTIME_DIR=str(runtime), XDG_SESSION_TYPE='x11')
        self.environment['DISPLAY'] = self.display()
        # the bus was there before the display
        self.run('dbus-update-activation-environment', '--all')
        self.bus('org.a11y.Bus.GetAddress')
        for name in ('IsEnabled', 'ScreenReaderEnabled'):
            self.bus('org.freedesktop.DBus.Properties.Set', 'org.a11y.Status', name, '<true>')
        self.spawn('openbox', '--config-file', str(HERE / 'openbox.xml'))
        # what the test types is not to be spoken back, nor a page before it is asked for
        settings = {'enableKeyEcho': False, 'sayAllOnLoad': False}
        lines = [f'orca.settings.{name} = {value}\n' for name, value in settings.items()]
        (orca / 'orca-customizations.py').write_text('import orca.settings\n' + ''.join(lines))
        default = {'profile': ['Default', 'default'], **settings}
        profiles = {'general': {'startingProfile': ['Default', 'default'], **settings},
                    'profiles': {'default': default}, 'pronunciations': {}, 'keybindings': {}}
        (orca / 'user-settings.conf').write_text(json.dumps(profiles))
        self.spawn('orca', PATH=f'{HERE}:{self.environment["PATH"]}', PYTHONPATH=str(HERE), PYTHONDONTWRITEBYTECODE='1')
        self.until(self.utterances, 30, 'Orca says nothing')
        if self.browser == 'firefox':
            lines = [f'user_pref("{name}", {json.dumps(value)});\n' for name, value in FIREFOX.items()]
            (profile / 'user.js').write_text(''.join(lines))
            width, height = map(str, SIZE)
            self.spawn(self.program, '--profile', str(profile), '--new-instance', '--no-remote',
                       '--width', width, '--height', height, self.url)
        else:
            self.spawn(self.program, *CHROMIUM, f'--user-data-dir={profile}',
                       f'--window-size={SIZE[0]},{SIZE[1]}', self.url)
        self.until(self.windows, 60, 'the browser opens no window')
        self.ready()

    def ready(self, seconds=90):
        """Waits until a page has been loaded, which Orca says. Firefox begins with an empty one."""
        def loaded(line):
            return line.startswith(('Finished loading', 'Page has')) and 'New Tab' not in line
        self.until(lambda: any(map(loaded, self.utterances()[self.heard:])), seconds, 'no page was loaded')
        self.quiet(1.5, seconds)

    def display(self):
        """Starts a display of a number that is free, which the server chooses and tells."""
        answer, tell = os.pipe()
        size = f'{SIZE[0]}x{SIZE[1]}x24'
        self.spawn('Xvfb', '-displayfd', str(tell), '-screen', '0', size, '-nolisten', 'tcp', '-ac', pass_fds=(tell,))
        os.close(tell)
        with os.fdopen(answer) as told:
            return ':' + told.readline().strip()

    def spawn(self, *command, pass_fds=(), **environment):
        with open(self.folder / f'{Path(command[0]).name}.log', 'w') as log:
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, pass_fds=pass_fds,
                env={**self.environment, **environment}, start_new_session=True)
        self.processes.append(process)

    def run(self, *command):
        subprocess.run(command, env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def bus(self, method, *values):
        path = ('--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus')
        self.run('gdbus', 'call', '--session', *path, '--method', method, *values)

    def windows(self):
        name = 'firefox' if self.browser == 'firefox' else 'chromium'
        search = ('xdotool', 'search', '--onlyvisible', '--class', name)
        return subprocess.run(search, env=self.environment, capture_output=True).stdout

    def stop(self):
        for how, seconds in ((signal.SIGTERM, 5), (signal.SIGKILL, 5)):
            for process in reversed(self.processes):
                try:
                    os.killpg(process.pid, how)
                except ProcessLookupError:
                    pass
            for process in self.processes:
                try:
                    process.wait(seconds)
                except subprocess.TimeoutExpired:
                    pass

    def until(self, test, seconds, otherwise):
        end = time.monotonic() + seconds * busy()
        while not test():
            if time.monotonic() > end:
                raise TimeoutError(otherwise)
            time.sleep(0.05)

    def utterances(self):
        return [json.loads(line) for line in self.spoken.read_text(encoding='utf-8').splitlines()]

    def quiet(self, calm, limit=20):
        """Waits until nothing has been said for `calm` seconds."""
        calm *= busy()
        end, count, since = time.monotonic() + limit, -1, 0
        while time.monotonic() < end:
            now = len(self.spoken.read_bytes())
            if now != count:
                count, since = now, time.monotonic()
            elif time.monotonic() - since > calm:
                return
            time.sleep(0.03)

    def answer(self, calm, limit=20):
        """Waits for an answer, which may be none, and until it has ended."""
        start = time.monotonic()
        while len(self.utterances()) == self.heard and time.monotonic() - start < PATIENCE * busy():
            time.sleep(0.03)
        self.quiet(calm, limit)

    def listen(self):
        """What was said since this was asked last."""
        said = self.utterances()
        new, self.heard = said[self.heard:], len(said)
        return new

    def press(self, key, calm=0.7, limit=20):
        """Presses a key, such as `Tab`, `shift+Tab` or `Insert+a` (Insert is Orca's own key); what is heard then."""
        self.send(key)
        self.answer(calm, limit)
        return self.listen()

    def send(self, key):
        self.listen()
        if key.startswith('Insert+'):
            keys = [word for name in key[7:].split(',') for word in ('key', name)]
            self.run('xdotool', 'keydown', 'Insert', *keys, 'keyup', 'Insert')
        else:
            self.run('xdotool', 'key', '--clearmodifiers', key) if '+' not in key else self.run('xdotool', 'key', key)

    def type(self, text, calm=1.5):
        self.listen()
        self.run('xdotool', 'type', '--delay', '40', text)
        self.answer(calm)
        return self.listen()
