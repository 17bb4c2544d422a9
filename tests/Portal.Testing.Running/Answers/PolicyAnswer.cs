namespace Portal.Testing.Running.Answers;

/// <summary>A policy with its latest term.</summary>
public sealed record PolicyAnswer(
    Guid Id, Guid ClientId, string Line, string Number, CarrierAnswer Carrier, DateOnly Expiration);

/// <summary>The insurer of a policy.</summary>
public sealed record CarrierAnswer(string Name, string Naic);
