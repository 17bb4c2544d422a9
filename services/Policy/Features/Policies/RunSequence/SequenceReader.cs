using NodaTime;
using Portal.Policies.Domain.Lifecycle.Consequences;
using Portal.Policies.Domain.Lifecycle.Timelines;
using Portal.ServiceDefaults.Results;

namespace Portal.Policies.Features.Policies.RunSequence;

/// <summary>Makes a sequence that can be run out of a request, or says what it lacks.</summary>
internal sealed class SequenceReader
{
    public const string ZoneForm = "Name a zone of the IANA database, such as America/New_York.";

    private const int MostOfAList = 200;

    private readonly List<Error> _problems = [];

    /// <summary>The clock of a zone; null when there is no such zone.</summary>
    public static CoverClock? ClockOf(string? zone) => zone is null ? null : CoverClock.Find(zone);

    public Result<ReadSequence> Read(RunSequenceRequest request)
    {
        var clock = ClockOf(request.TimeZone);
        if (clock is null)
        {
            _problems.Add(
                request.TimeZone is null ? new FieldRequired("timeZone") : new FieldInvalid("timeZone", ZoneForm));
        }

        var events = Items(request.Events, "events");
        var questions = Items(request.AsOf, "asOf");
        var holders = Items(request.Holders, "holders");
        var steps = events.Index().Select(each => Step(each.Item, each.Index)).ToList();
        InOrder(steps);
        foreach (var (index, question) in questions.Index())
        {
            Check(question, new FieldReader($"asOf[{index}].", _problems));
        }

        foreach (var (index, holder) in holders.Index())
        {
            var fields = new FieldReader($"holders[{index}].", _problems);
            fields.Text(holder.Id, "id");
            fields.Word<HolderRole>(holder.Role, "role");
        }

        return _problems.Count > 0 ? Result.Fail<ReadSequence>(_problems) : new ReadSequence
        {
            Clock = clock!,
            Holders = holders,
            HasFederalFiling = request.FederalFiling is true,
            Steps = [.. steps.OfType<SequenceStep>()],
            Questions = questions,
        };
    }

    private List<T> Items<T>(IReadOnlyList<T?>? items, string name)
        where T : class
    {
        if (items?.Count > MostOfAList)
        {
            _problems.Add(new FieldOutOfRange(name, $"Send at most {MostOfAList} under '{name}'."));
            return [];
        }

        _problems.AddRange(
            (items ?? []).Index().Where(each => each.Item is null)
                .Select(each => new FieldRequired($"{name}[{each.Index}]")));
        return [.. (items ?? []).OfType<T>()];
    }

    private SequenceStep? Step(SequenceEventRequest request, int index)
    {
        var path = $"events[{index}].";
        var fields = new FieldReader(path, _problems);
        var policy = fields.Text(request.Policy, "policy");
        var at = fields.Given(request.RecordedAt, "recordedAt");
        var command = new SequenceEventReader(request, path, _problems).Read();
        return command is null ? null : new SequenceStep(
            request.Seq ?? index + 1, Instant.FromDateTimeOffset(at), policy, command, request.New?.Policy);
    }

    private void InOrder(List<SequenceStep?> steps)
    {
        foreach (var (index, (before, after)) in steps.Zip(steps.Skip(1)).Index())
        {
            if (after?.Version <= before?.Version)
            {
                _problems.Add(
                    new FieldOutOfRange($"events[{index + 1}].seq", "Number the events in the order of recording."));
            }

            if (after?.At < before?.At)
            {
                _problems.Add(
                    new FieldOutOfRange(
                        $"events[{index + 1}].recordedAt", "It was recorded before the event above; put it there."));
            }
        }
    }

    private static void Check(SequenceQuestionRequest question, FieldReader fields)
    {
        fields.Text(question.Policy, "policy");
        fields.Given(question.On, "on");
        fields.Given(question.KnownAt, "knownAt");
    }
}
