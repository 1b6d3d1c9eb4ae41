//! Prints `www/src/wire.ts`.

fn main() {
    print!("{}", village_charts::wire::script());
}
