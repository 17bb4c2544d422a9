namespace Portal.ServiceDefaults.Results;

/// <summary>One field of a request that is wrong, as problem details list it under <c>errors</c>.</summary>
/// <param name="Field">Name of the field in the JSON's own spelling, with a path where it is nested.</param>
/// <param name="Code">Stable, machine-readable name of the failure.</param>
/// <param name="Detail">What is wrong and what to do.</param>
public sealed record FieldProblem(string Field, string Code, string Detail);
