namespace Portal.Testing.Running.Answers;

/// <summary>The distribution that a renewal promises.</summary>
public sealed record RenewalAnswer(Guid DistributionId);
