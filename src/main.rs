//! The command line program.

use std::process::ExitCode;

/// Many threads ask for much small memory at once.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    careerpath::cli::run()
}
