namespace Portal.ServiceDefaults.Results;

/// <summary>A field that a request can't do without.</summary>
public sealed record FieldMissing(string Name) : RuleViolation("required", $"'{Name}' is required.");
