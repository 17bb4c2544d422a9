using Portal.ServiceDefaults.Results;

namespace Portal.ServiceDefaults.Requests;

internal sealed record BodyRequired() : RuleViolation("body-required", "Send a JSON object.");

internal sealed record BodyInvalid(string Detail) : RuleViolation("body-invalid", Detail);

internal sealed record NulInAddress() : Malformed(
    "nul-in-address", "The query holds the character U+0000 (%00), which no text here has; take it out.");

internal sealed record CharsetUnsupported() : UnsupportedMediaType(
    "charset-unsupported", "The body's charset is not known here; send UTF-8.");
