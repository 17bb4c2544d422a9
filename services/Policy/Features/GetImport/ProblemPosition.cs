namespace Portal.Policies.Features.GetImport;

/// <summary>Where a page of problems ended.</summary>
internal sealed record ProblemPosition(string File, int Line, long Id);
