using Microsoft.Extensions.Primitives;
using Portal.ServiceDefaults.Results;
using Portal.Web.Api.Policies;
using Portal.Web.Formats;
using Portal.Web.Pages.Journeys;

namespace Portal.Web.Pages.Broker.RenewPolicies;

/// <summary>The new terms as they are typed.</summary>
public sealed class RenewalForm : IJourneyDraft
{
    /// <summary>Most policies that fit into an address.</summary>
    public const int MostPolicies = 20;

    private const string PolicyKey = "policy";

    private RenewalForm(IReadOnlyList<TermForm> terms) => Terms = terms;

    public IReadOnlyList<TermForm> Terms { get; }

    public IReadOnlyList<Guid> PolicyIds => [.. Terms.Select(term => term.PolicyId)];

    /// <summary>Every field with its value.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields => Terms.SelectMany(term => term.Fields());

    /// <summary>The policies that an address or a form names.</summary>
    public static IReadOnlyList<Guid> ChosenIn(StringValues policies) =>
        [.. policies.Select(text => Guid.TryParse(text, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)
            .Distinct().Take(MostPolicies)];

    /// <summary>Terms that follow those of the chosen policies.</summary>
    public static RenewalForm Following(IEnumerable<Policy> chosen) => new([.. chosen.Select(TermForm.Following)]);

    /// <summary>What was typed.</summary>
    public static RenewalForm Read(
        IEnumerable<KeyValuePair<string, StringValues>> fields, IReadOnlyList<Policy> policies)
    {
        var values = fields.ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        var chosen = ChosenIn(values.GetValueOrDefault(PolicyKey));
        return new RenewalForm([.. chosen.Index()
            .Select(one => (one.Index, Policy: policies.FirstOrDefault(policy => policy.Id == one.Item)))
            .Where(one => one.Policy is not null)
            .Select(one => TermOf(one.Index, one.Policy!))]);

        TermForm TermOf(int index, Policy policy)
        {
            var term = new TermForm(index, policy.Id) { Line = policy.Line };
            return term with
            {
                Effective = Value(term.Field("effective")),
                Expiration = Value(term.Field("expiration")),
                Number = Value(term.Field("number")),
                Insurer = Value(term.Field("insurer")),
                Naic = Value(term.Field("naic")),
                Limits = Glossary.LimitsOf(policy.Line).ToDictionary(name => name, name => Value(term.Field(name))),
            };
        }

        string Value(string name) => values.GetValueOrDefault(name).ToString();
    }

    /// <summary>
    /// The renewal as the service takes it; null when something can't be read, which is then among the problems.
    /// </summary>
    public RenewalOrder? Order(out IReadOnlyList<FieldProblem> problems)
    {
        var found = new List<FieldProblem>();
        var renewals = Terms.Select(term => term.Read(found)).ToList();
        problems = found;
        return found.Count == 0 ? new RenewalOrder([.. renewals.OfType<OrderedRenewal>()]) : null;
    }

    /// <summary>The service's problems by the names of the form's own fields.</summary>
    public IReadOnlyList<FieldProblem> Named(IEnumerable<FieldProblem> problems) =>
        [.. problems.Select(problem => problem with { Field = Named(problem.Field) })];

    private string Named(string field)
    {
        if (field.Split('.', 2) is not [['r', 'e', 'n', 'e', 'w', 'a', 'l', 's', '[', .. var place, ']'], var name]
            || !int.TryParse(place, out var index) || index >= Terms.Count)
        {
            return field;
        }

        return Terms[index].Field(name switch
        {
            "policyId" => "effective",
            "carrier.name" => "insurer",
            "carrier.naic" => "naic",
            _ => name.Replace("limits.", "", StringComparison.Ordinal),
        });
    }
}
