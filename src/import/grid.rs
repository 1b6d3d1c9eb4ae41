//! A table as it was read: rows of cells. All texts stand one behind the other, so that a large file stays small.

use super::told::{told, Given, Told};

/// What a cell was in its file, where that says more than its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// A text: a number in it is read by the decimal sign of its column.
    #[default]
    Text,
    /// A number, with a point before its decimals.
    Number,
    /// A day: spreadsheets make one of "1-2".
    Date,
    /// A formula without a result.
    Error,
    /// Covered by a merged cell that begins in its row.
    Covered,
    /// Covered by one that begins in a row above.
    Under,
}

impl Kind {
    /// Is it covered by a merged cell?
    pub fn is_covered(self) -> bool {
        matches!(self, Kind::Covered | Kind::Under)
    }
}

/// Rows of cells.
#[derive(Debug, Default)]
pub struct Grid {
    text: String,
    /// Where each cell ends in `text`.
    ends: Vec<u32>,
    /// Where each row ends in `ends`.
    rows: Vec<u32>,
    /// What cells are; empty where all are texts.
    kinds: Vec<Kind>,
    /// The names of columns, where rows are objects of a list and have no letters.
    pub names: Option<Vec<String>>,
    /// How deep each column lies in nested lists; empty where none are.
    pub depths: Vec<u8>,
    /// It came as one column: that is where people see its cells.
    pub is_cut: bool,
    /// Its columns stand in rows in the file.
    pub is_turned: bool,
    /// Of a turned one, the row of the file that its first column is.
    from: usize,
}

/// The most text that a table has.
pub const MOST_TEXT: usize = u32::MAX as usize;

impl Grid {
    /// A table that will have about this much text.
    pub fn with_room(text: usize) -> Grid {
        Grid { text: String::with_capacity(text), ..Grid::default() }
    }

    /// Adds a cell to the last row. `false` where there is no more room.
    pub fn push(&mut self, text: &str, kind: Kind) -> bool {
        if self.text.len() + text.len() > MOST_TEXT || self.ends.len() >= MOST_TEXT {
            return false;
        }
        if kind != Kind::Text && self.kinds.is_empty() {
            self.kinds.resize(self.ends.len(), Kind::Text);
        }
        if kind != Kind::Text || !self.kinds.is_empty() {
            self.kinds.push(kind);
        }
        self.text.push_str(text);
        self.ends.push(self.text.len() as u32);
        true
    }

    /// Ends the row.
    pub fn end_row(&mut self) {
        self.rows.push(self.ends.len() as u32);
    }

    /// The same table, where rows that do not fit have nothing in them. The others keep their numbers.
    pub fn filtered(&self, fits: impl Fn(usize) -> bool) -> Grid {
        let mut grid = Grid::with_room(self.text.len());
        for row in 0..self.height() {
            for column in (0..self.width(row)).filter(|_| fits(row)) {
                grid.push(self.cell(row, column), self.kind(row, column));
            }
            grid.end_row();
        }
        (grid.names, grid.depths, grid.is_cut) = (self.names.clone(), self.depths.clone(), self.is_cut);
        (grid.is_turned, grid.from) = (self.is_turned, self.from);
        grid
    }

    /// The same table with rows as columns, of these rows.
    pub fn turned(&self, rows: std::ops::Range<usize>) -> Grid {
        let mut grid = Grid::with_room(self.text.len());
        for column in 0..rows.clone().map(|row| self.width(row)).max().unwrap_or(0) {
            for row in rows.clone() {
                grid.push(self.cell(row, column), self.kind(row, column));
            }
            grid.end_row();
        }
        (grid.is_turned, grid.from) = (true, rows.start);
        grid
    }

    /// How many rows there are.
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    fn first(&self, row: usize) -> usize {
        row.checked_sub(1).and_then(|before| self.rows.get(before)).map_or(0, |end| *end as usize)
    }

    /// How many cells a row has.
    pub fn width(&self, row: usize) -> usize {
        self.rows.get(row).map_or(0, |end| *end as usize - self.first(row))
    }

    fn place(&self, row: usize, column: usize) -> Option<usize> {
        (column < self.width(row)).then(|| self.first(row) + column)
    }

    /// The text of a cell without the blanks around it; empty where there is none.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        let Some(at) = self.place(row, column) else { return "" };
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let end = self.ends.get(at).map_or(start, |end| *end as usize);
        self.text.get(start..end).unwrap_or("").trim()
    }

    /// How many blanks stand before the text of a cell.
    pub fn indent(&self, row: usize, column: usize) -> usize {
        let Some(at) = self.place(row, column) else { return 0 };
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let end = self.ends.get(at).map_or(start, |end| *end as usize);
        self.text.get(start..end).unwrap_or("").chars().take_while(|c| c.is_whitespace()).count()
    }

    /// What a cell was in its file.
    pub fn kind(&self, row: usize, column: usize) -> Kind {
        self.place(row, column).and_then(|at| self.kinds.get(at)).copied().unwrap_or_default()
    }

    /// How many cells of a row have something in them.
    pub fn filled(&self, row: usize) -> usize {
        (0..self.width(row)).filter(|column| !self.cell(row, *column).is_empty()).count()
    }

    /// What people call a cell: C12.
    pub fn name(&self, row: usize, column: usize) -> Given {
        match &self.names {
            Some(names) => match names.get(column) {
                // the first row has the names
                Some(name) => told!("item-cell", n = row, name = name),
                None => told!("item", n = row),
            }
            .into(),
            None if self.is_turned => format!("{}{}", letters(row), column + self.from + 1).into(),
            None => format!("{}{}", letters(if self.is_cut { 0 } else { column }), row + 1).into(),
        }
    }

    /// What people call a column: C.
    pub fn column(&self, column: usize) -> String {
        match &self.names {
            Some(names) => names.get(column).cloned().unwrap_or_default(),
            None if self.is_turned => (column + self.from + 1).to_string(),
            None => letters(column),
        }
    }

    /// What people call a row.
    pub fn row(&self, row: usize) -> Told {
        match &self.names {
            Some(_) => told!("item", n = row),
            None if self.is_turned => told!("column", letters = letters(row)),
            None => told!("row", n = row + 1),
        }
    }
}

/// The letters of a column: A to Z, AA and so on.
pub fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect()
}
