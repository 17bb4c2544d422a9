using Portal.Contracts;
using Portal.Policies.Domain;

namespace Portal.Policies.Csv;

/// <summary>One row of policies.csv that passed the checks of its form and the rules of a term.</summary>
internal sealed record PolicyRow(int LineNumber, string ClientRef, PolicyLine Line, PolicyTerm Term);
