using Portal.Contracts.Policies;
using Portal.Policies.Domain.Policies;

namespace Portal.Policies.Csv;

/// <summary>One row of policies.csv, held against the rules of a term.</summary>
internal sealed record PolicyRow(string ClientRef, PolicyLine Line, PolicyTerm Term);
