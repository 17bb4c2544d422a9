namespace Portal.Testing.Running.Answers;

/// <summary>An entry of the audit trail.</summary>
public sealed record AuditEntryAnswer(
    string Action, string Target, PersonAnswer Actor, string? OnBehalfOf, Guid? ClientId);

/// <summary>Whether the audit trail is as it was written.</summary>
public sealed record AuditVerificationAnswer(bool Ok, string? Problem);
