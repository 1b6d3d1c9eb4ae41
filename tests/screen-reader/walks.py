"""What a listener does: short walks, whose words are kept, and a long one, to be read."""
import re

# What differs from run to run, and tells nothing of the page.
NOISE = re.compile(r'(Browse mode|entire document selected|Selection deleted\.)$')


class Walk:
    """Writes down what is heard at each step."""

    def __init__(self, reader, site, page):
        self.reader, self.site, self.page, self.lines = reader, site, page, []
        self.opened = 0

    def section(self, title, *keys, anew=False):
        """
        From the top of the page to where a section begins, unwritten; `anew` on the page as it was loaded, which also
        ends the mode in which letters belong to the page.
        """
        self.lines.append(f'\n# {title}')
        if anew:
            self.opened += 1
            self.open(f'{self.page}?{self.opened}')
        for key in ('ctrl+Home', *keys):
            self.reader.press(key)

    def note(self, label, said):
        said = [line for line in said if line and not NOISE.match(line)]
        self.lines += [f'\n## {label}', *(f'  {line}' for line in said)]

    def go(self, *keys, calm=0.7):
        for key in keys:
            self.note(key, self.reader.press(key, calm=calm))

    def type(self, text):
        self.note(f'"{text}"', self.reader.type(text))

    def clear(self):
        self.reader.press('ctrl+a')
        self.note('all deleted', self.reader.press('BackSpace', calm=1.5))

    def read(self, until='leaving figure'):
        """Reads on from here, up to the end of the figure."""
        said = []
        for line in self.reader.press('KP_Add', calm=1.2, limit=90):
            said.append(line)
            if line.startswith(until):
                break
        self.note('read on', said)

    def open(self, page):
        self.reader.press('ctrl+l')
        self.reader.type(self.site + page, calm=0.5)
        self.reader.send('Return')
        self.reader.ready()

    def without_script(self):
        self.section('Without script')
        self.open(f'still-{self.page}')


def headings(walk):
    walk.section('By headings')
    walk.go(*['3'] * 6)


def tools(walk, search):
    """Opens the tools of the second chart, looks for a village, and for none."""
    walk.section('Tools', '3', '3', *['Tab'] * 3, anew=True)
    walk.go('Return', calm=2)
    walk.go('Tab')
    walk.type(search)
    walk.clear()


def short(walk):
    """Each of the things that a listener does, once."""
    headings(walk)
    walk.section('A chart, read on', *['3'] * 3)
    walk.read()
    walk.section('Figures by keys', '3', '3', *['Tab'] * 3)
    walk.go('Tab', 'Down', 'h', 'Return', 'Escape', 'Home', 'shift+Tab')
    walk.section('Order', '3', '3', 'Tab', 'Tab', anew=True)
    walk.go('Return', calm=1.2)
    tools(walk, 'phu')
    walk.without_script()
    walk.go('3', '3')
    walk.read()


def measures(walk):
    """A rate, a change below zero and money of another currency, in the words of the page's language."""
    walk.section('All charts, read on', '3')
    walk.read()
    walk.section('The change, by keys', '3', '3', 'Tab')
    walk.go(*['Tab'] * 5, 'Down', 'End')


def trend(walk):
    """Lines over time: their figures by both arrows, and a place that is looked for and drawn."""
    walk.section('A chart, read on', '3')
    walk.read()
    walk.section('Figures by keys', '3', 'Tab', 'Tab')
    walk.go('Tab', 'Right', 'Right', 'Down', 'm', 'End')
    walk.section('A place', '3', 'Tab', 'Tab', anew=True)
    walk.go('Return', calm=2)
    walk.go('Tab')
    walk.type('minh')
    walk.go('Tab')
    walk.go('Return', calm=2)
    walk.go('Tab', 'Tab')
    walk.go('Return', calm=2)
    walk.go('Return', calm=2)


def long(walk):
    """All that the charts have, to be read by those who change their words."""
    headings(walk)
    for chart in range(1, 6):
        walk.section(f'Chart {chart}, read on', *['3'] * chart, anew=chart == 1)
        walk.read()
    walk.section('Figures, reached with Tab', '3', '3', *['Tab'] * 3, anew=True)
    walk.go('Tab', 'Down', 'Down', 'Return', 'Return', 'Return', 'Escape')
    walk.go('h', 'l', 'End', 'Down', 'Home', 'Up', 'space', 'Escape')
    walk.go('shift+Tab', 'Tab', 'Tab', 'shift+Tab')
    walk.section('Figures, without Tab', '3', '3', anew=True)
    walk.go('l', 'i', 'i', 'Down', 'Down', 'Up', 'Return', 'Escape', 'shift+Tab', 'Tab')
    walk.section('Order', '3', '3', anew=True)
    walk.go('Tab', 'Tab')
    walk.go('Return', calm=1.5)
    walk.go('Tab', 'Tab', 'Down', 'shift+Tab', 'shift+Tab', 'shift+Tab')
    walk.go('space', calm=1.5)
    walk.section('Month and year', *['3'] * 3, anew=True)
    walk.go('Tab', 'Tab')
    walk.go('Return', calm=1.5)
    walk.go('Tab', 'Tab', 'Down', 'Down')
    # arrows have given the keys to the page; Orca's own key takes them back
    walk.reader.press('Insert+a')
    walk.section('The year, read on', *['3'] * 3)
    walk.read()
    tools(walk, 'son dong')
    walk.type('zzz')
    walk.clear()
    walk.go('Tab')
    walk.go('Down', 'Down', 'Home', calm=1.5)
    walk.go('Tab')
    walk.go('space', calm=1.5)
    walk.go('Tab')
    walk.reader.press('ctrl+a')
    walk.type('1100')
    walk.go('Tab', 'Tab')
    walk.go('Return', 'Tab', 'Tab', 'Tab', 'Tab')
    walk.go('Return', calm=1.5)
    walk.go('Tab', 'Tab')
    walk.go('Right', 'Right', calm=1.5)
    walk.go('Tab')
    walk.section('The table', '3', '3', *['Tab'] * 3, anew=True)
    walk.reader.press('Return')
    for _ in range(4):
        walk.reader.press('Tab')
    walk.go('Return', calm=1.5)
    walk.go('t', *['alt+shift+Right'] * 2, *['alt+shift+Down'] * 2, *['alt+shift+Left'] * 2, 'shift+t')
    walk.read('leaving table')
    walk.without_script()
    walk.go(*['3'] * 6)
    for chart in range(1, 6):
        walk.section(f'Chart {chart} without script, read on', *['3'] * chart)
        walk.read()


WALKS = {'short': short, 'measures': measures, 'trend': trend, 'long': long}
