using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Imports.ConfirmImport;

internal sealed record ImportIsNoDryRun() : Conflict(
    "import-is-no-dry-run", "The import was carried out already; send the files again to import them once more.");

internal sealed record DryRunNotFinished() : Conflict(
    "dry-run-not-finished",
    "The dry run still goes on, or a file of it can't be read; wait for its end, or send mended files.");
