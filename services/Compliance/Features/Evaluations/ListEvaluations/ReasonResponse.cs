using Portal.Contracts.Policies;

namespace Portal.Compliance.Features.Evaluations.ListEvaluations;

/// <summary>One reason why a proof is not current.</summary>
/// <param name="PolicyId">The policy.</param>
/// <param name="Line">Its line of business.</param>
/// <param name="Number">Its number as the certificate shows it.</param>
/// <param name="Required">What it ought to be.</param>
/// <param name="Actual">What it is.</param>
/// <param name="Message">What is wrong and what to do, in a sentence.</param>
public sealed record ReasonResponse(
    Guid PolicyId, PolicyLine Line, string Number, string Required, string Actual, string Message);
