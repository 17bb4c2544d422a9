using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Imports.StartImport;

internal sealed record UploadNotMultipart() : RuleViolation(
    "upload-invalid", "Send the files as multipart/form-data in the fields clients, policies and holders.");

internal sealed record UploadNotReadable() : RuleViolation(
    "upload-invalid", "The multipart form is broken or cut off; send it again.");

internal sealed record UploadWithoutFiles() : RuleViolation(
    "files-required", "Send at least one file, in the fields clients, policies and holders.");

internal sealed record UploadTooLarge() : TooLarge(
    "upload-too-large", "The files of one import may have 64 MB together; send them in parts, clients first.");

internal sealed record UploadFieldIsNoFile() : RuleViolation(
    "upload-field-is-no-file",
    "The field holds text instead of a file; send it with a file name, as curl -F 'clients=@clients.csv' does.");

internal sealed record UploadFieldTwice() : RuleViolation(
    "upload-field-twice", "The field is there twice; send one file in each.");

internal sealed record TooManyUploads() : TooMany(
    "too-many-uploads", "Other imports are being uploaded at this moment; send this one again in a few seconds.",
    TimeSpan.FromSeconds(5));

internal sealed record TokenWithoutAgency() : Forbidden(
    "token-without-agency", "The token names no agency to import for; use one of an agency's client.");
