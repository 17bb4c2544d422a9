using System.Text.Json;
using Portal.Contracts.Policies;
using Portal.Policies.Domain.Lifecycle.Events;
using Portal.Policies.Domain.Lifecycle.Transitions;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.RunSequence;

/// <summary>Makes a command out of an event of a sequence, or says what it lacks.</summary>
internal sealed class SequenceEventReader(SequenceEventRequest request, string path, List<Error> problems)
{
    private const string Expiration = "expiration";

    /// <summary>Members of each type of event, besides those that all have.</summary>
    private static readonly Dictionary<string, string[]> Members = new()
    {
        ["add"] = ["line", "number", "carrier", "naic", "zone", "effective", Expiration, "values"],
        ["endorse"] = ["effective", "change", "reason"],
        ["renew"] = ["effective", Expiration, "number", "carrier", "naic", "values"],
        ["pendingCancellation"] = ["mailedOn", "effective", "reason", "by"],
        ["rescind"] = ["of", "on", "reason"],
        ["cancel"] = ["effective", "kind", "by", "reason"],
        ["reinstate"] = ["effective", "lapse", "reason"],
        ["rewrite"] = ["effective", "new", "reason"],
        ["nonRenew"] = ["mailedOn", "by", "reason"],
        ["correct"] = ["of", "change", "withdrawn", "reason"],
    };

    private readonly FieldReader _fields = new(path, problems);

    /// <summary>The command; null where something is wrong with it.</summary>
    public PolicyCommand? Read()
    {
        if (!Members.TryGetValue(request.Type ?? "", out var members))
        {
            problems.Add(new FieldInvalid($"{path}type", $"'type' is one of {string.Join(", ", Members.Keys)}."));
            return null;
        }

        problems.AddRange(
            Given().Except(members)
                .Select(member => new MemberNotOfEvent(member, request.Type!) { Field = path + member }));
        PolicyCommand? command = request.Type switch
        {
            "add" => Add(Added(), _fields, path),
            "endorse" => Endorse(),
            "renew" => new PolicyCommand.Renew(
                Effective(),
                _fields.Given(request.Expiration, Expiration),
                request.Number,
                request.Carrier,
                request.Naic,
                _fields.Values(request.Values, "values")),
            "pendingCancellation" => new PolicyCommand.GiveNotice(MailedOn(), Effective(), By()),
            "rescind" => new PolicyCommand.Rescind(_fields.Given(request.Of, "of"), _fields.Given(request.On, "on")),
            "cancel" => new PolicyCommand.Cancel(Effective(), Kind(), By()),
            "reinstate" => new PolicyCommand.Reinstate(Effective(), _fields.Given(request.Lapse, "lapse")),
            "rewrite" => Rewrite(),
            "nonRenew" => new PolicyCommand.NotRenew(MailedOn(), By()),
            _ => Correct(),
        };
        return command is null ? null : command with { Reason = request.Reason };
    }

    private DateOnly Effective() => _fields.Given(request.Effective, "effective");

    private DateOnly MailedOn() => _fields.Given(request.MailedOn, "mailedOn");

    private EndingParty By() => _fields.Given(_fields.Word<EndingParty>(request.By, "by"), "by");

    private CancellationKind Kind() => _fields.Given(_fields.Word<CancellationKind>(request.Kind, "kind"), "kind");

    private SequencePolicyRequest Added() => new()
    {
        Policy = request.Policy,
        Line = request.Line,
        Number = request.Number,
        Carrier = request.Carrier,
        Naic = request.Naic,
        Zone = request.Zone,
        Effective = request.Effective,
        Expiration = request.Expiration,
        Values = request.Values,
    };

    private PolicyCommand.Add Add(SequencePolicyRequest policy, FieldReader fields, string where) => new(
        fields.Given(fields.Word<PolicyLine>(policy.Line, "line"), "line"),
        new TermFacts
        {
            Number = fields.Text(policy.Number, "number"),
            Carrier = fields.Text(policy.Carrier, "carrier"),
            Naic = policy.Naic,
            Effective = fields.Given(policy.Effective, "effective"),
            Expiration = fields.Given(policy.Expiration, Expiration),
            Values = fields.Values(policy.Values, "values"),
        },
        Zone(policy.Zone, where));

    private PolicyCommand.Rewrite? Rewrite()
    {
        if (request.New is not { } next)
        {
            problems.Add(new FieldRequired($"{path}new"));
            return null;
        }

        var fields = _fields.Below("new");
        fields.Text(next.Policy, "policy");
        return new PolicyCommand.Rewrite(Effective(), Add(next, fields, $"{path}new."));
    }

    private PolicyCommand.Endorse Endorse()
    {
        if (request.Change is null)
        {
            problems.Add(new FieldRequired($"{path}change"));
        }

        var change = request.Change ?? new Dictionary<string, JsonElement>();
        DateOnly? expiration = change.TryGetValue(Expiration, out var day)
            ? _fields.Below("change").Day(day, Expiration)
            : null;
        return new PolicyCommand.Endorse(
            Effective(), _fields.Values(change.Where(value => value.Key != Expiration), "change"), expiration);
    }

    private PolicyCommand.Correct Correct()
    {
        if (request.Change is null == (request.Withdrawn is not true))
        {
            problems.Add(
                new FieldInvalid($"{path}change", "A correction has either a 'change' or 'withdrawn' as true."));
        }

        return new PolicyCommand.Correct(
            _fields.Given(request.Of, "of"),
            request.Change is { } change ? Change(change) : null);
    }

    private EventChange Change(IReadOnlyDictionary<string, JsonElement> change)
    {
        var fields = _fields.Below("change");
        var read = new EventChange();
        foreach (var (member, value) in change)
        {
            read = member switch
            {
                "line" => read with { Line = fields.Word<PolicyLine>(fields.Text(value, member), member) },
                "number" => read with { Number = fields.Text(value, member) },
                "carrier" => read with { Carrier = fields.Text(value, member) },
                "naic" => read with { Naic = fields.Text(value, member) },
                "zone" => read with { Zone = Zone(fields.Text(value, member), $"{path}change.") },
                "effective" => read with { Effective = fields.Day(value, member) },
                Expiration => read with { Expiration = fields.Day(value, member) },
                "values" or "change" => read with { Values = fields.Values(value, member) },
                "mailedOn" => read with { MailedOn = fields.Day(value, member) },
                "on" => read with { On = fields.Day(value, member) },
                "by" => read with { By = fields.Word<EndingParty>(fields.Text(value, member), member) },
                "kind" => read with { Kind = fields.Word<CancellationKind>(fields.Text(value, member), member) },
                "lapse" => read with { Lapse = fields.Flag(value, member) },
                "reason" => read with { Reason = fields.Text(value, member) },
                _ => Unexpected(read, member),
            };
        }

        return read;
    }

    private EventChange Unexpected(EventChange read, string member)
    {
        problems.Add(new FieldUnexpected($"{path}change.{member}", "An event has no such member; take it out."));
        return read;
    }

    private string? Zone(string? zone, string where)
    {
        if (zone is not null && SequenceReader.ClockOf(zone) is null)
        {
            problems.Add(new FieldInvalid($"{where}zone", SequenceReader.ZoneForm));
        }

        return zone;
    }

    private IEnumerable<string> Given()
    {
        var members = new (string Name, object? Value)[]
        {
            ("line", request.Line), ("number", request.Number), ("carrier", request.Carrier), ("naic", request.Naic),
            ("zone", request.Zone), ("effective", request.Effective), (Expiration, request.Expiration),
            ("values", request.Values), ("mailedOn", request.MailedOn), ("reason", request.Reason), ("by", request.By),
            ("of", request.Of), ("on", request.On), ("kind", request.Kind), ("lapse", request.Lapse),
            ("withdrawn", request.Withdrawn), ("change", request.Change), ("new", request.New),
        };
        return members.Where(member => member.Value is not null).Select(member => member.Name);
    }
}
