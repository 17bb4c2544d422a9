namespace Portal.Policies.Features.Policies.RecordEvents;

/// <summary>What whoever recorded an event should know.</summary>
/// <param name="Code">Code such as notice-too-short.</param>
/// <param name="Detail">What it says, in a sentence for a person.</param>
internal sealed record PolicyWarningResponse(string Code, string Detail);
