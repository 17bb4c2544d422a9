using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.StartImport;

internal sealed record UploadNotMultipart() : RuleViolation(
    "upload-not-multipart", "Send the files as multipart/form-data in the fields clients, policies and holders.");

internal sealed record UploadNotReadable() : RuleViolation(
    "upload-not-readable", "The multipart form is broken or cut off; send it again.");

internal sealed record UploadWithoutFiles() : RuleViolation(
    "upload-without-files", "Send at least one file, in the fields clients, policies and holders.");

internal sealed record UploadTooLarge() : RuleViolation(
    "upload-too-large", "The files of one import may have 64 MB together; send them in parts, clients first.");

internal sealed record UploadFieldNotKnown() : RuleViolation(
    "upload-field-not-known", "The fields are clients, policies and holders; take this one out.");

internal sealed record UploadFieldIsNoFile() : RuleViolation(
    "upload-field-is-no-file", "The field holds text instead of a file; send it with a file name, as curl -F 'clients=@clients.csv' does.");

internal sealed record UploadFieldTwice() : RuleViolation(
    "upload-field-twice", "The field is there twice; send one file in each.");

internal sealed record TooManyUploads() : TooMany(
    "too-many-uploads", "Other imports are being uploaded at this moment; send this one again in a few seconds.", TimeSpan.FromSeconds(5));

internal sealed record DryRunNotKnown() : RuleViolation("filter-not-known", "'dryRun' takes true or false.");

internal sealed record TokenWithoutAgency() : Forbidden(
    "token-without-agency", "The token names no agency to import for; use one of an agency's client.");

internal sealed record ImportOfWholeAgency() : Forbidden(
    "import-of-whole-agency", "The token is bounded to one client, and an import may name any; use a token that is not bounded.");
