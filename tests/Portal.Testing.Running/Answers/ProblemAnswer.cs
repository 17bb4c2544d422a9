namespace Portal.Testing.Running.Answers;

/// <summary>Problem details of a request that was refused.</summary>
/// <param name="Code">Stable name of the failure; null where the answer is no refusal.</param>
/// <param name="TriesLeft">How often a code may still be typed in, where that is what was refused.</param>
public sealed record ProblemAnswer(string? Code = null, int? TriesLeft = null);
