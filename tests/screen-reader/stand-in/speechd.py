"""In place of python3-speechd, in Orca's PYTHONPATH: what would be spoken is written down, one JSON text a line.

Only the calls that Orca makes are here; all that sets a voice is ignored. An utterance ends at once, so that a walk
takes no longer than its keys.
"""
import html
import json
import os
import re
import threading

SPOKEN = os.environ['SPOKEN']
writing = threading.Lock()


def write(text):
    with writing, open(SPOKEN, 'a', encoding='utf-8') as file:
        file.write(json.dumps(text, ensure_ascii=False) + '\n')


class SSIPError(Exception):
    pass


class SSIPCommunicationError(SSIPError):
    pass


class SSIPCommandError(SSIPError):
    pass


class CallbackType:
    INDEX_MARK = 'index_marks'
    BEGIN = 'begin'
    END = 'end'
    CANCEL = 'cancel'
    PAUSE = 'pause'
    RESUME = 'resume'


class PunctuationMode:
    ALL = 'all'
    NONE = 'none'
    SOME = 'some'
    MOST = 'most'


class DataMode:
    TEXT = 'text'
    SSML = 'ssml'


class Priority:
    IMPORTANT = 'important'
    TEXT = 'text'
    MESSAGE = 'message'
    NOTIFICATION = 'notification'
    PROGRESS = 'progress'


class SSIPClient:
    """A connection to the speech server that is not there."""

    def __init__(self, *_names, **_options):
        self.ends = []

    def speak(self, text, callback=None, event_types=None):
        write(html.unescape(re.sub('<[^>]*>', '', text)).strip())
        if not callback:
            return
        # Orca's "say all" goes on when an utterance has ended, and not within the call that begins it
        for delay, what in ((0.005, CallbackType.BEGIN), (0.02, CallbackType.END)):
            timer = threading.Timer(delay, callback, (what,))
            timer.daemon = True
            timer.start()
            self.ends = [(t, c) for t, c in self.ends if t.is_alive()] + [(timer, callback)]

    def char(self, char):
        write(char)

    def stop(self, scope='self'):
        waiting, self.ends = self.ends, []
        for timer, callback in waiting:
            if timer.is_alive():
                timer.cancel()
                callback(CallbackType.CANCEL)

    cancel = stop

    def get_language(self):
        return ''

    def get_rate(self):
        return 0

    get_pitch = get_volume = get_rate

    def get_output_module(self):
        return 'written'

    def list_output_modules(self):
        return ()

    list_synthesis_voices = list_output_modules

    def __getattr__(self, name):
        if name.startswith('set_') or name in ('close', 'key', 'pause', 'resume', 'sound_icon'):
            return lambda *_values, **_options: None
        raise AttributeError(name)


Client = SSIPClient
