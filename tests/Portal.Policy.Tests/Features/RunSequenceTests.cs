using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Portal.Policies.Tests.Support;

namespace Portal.Policies.Tests.Features;

/// <summary>
/// The lives of Data/sequences.json through the API, and what it says of a sequence that can't be run.
/// </summary>
public sealed class RunSequenceTests(RunningPolicy policy) : IClassFixture<RunningPolicy>
{
    private const string Path = "/api/v1/policies/sequences";

    private static readonly Dictionary<string, JsonObject> Sequences =
        JsonNode.Parse(File.ReadAllText(System.IO.Path.Combine(AppContext.BaseDirectory, "Data", "sequences.json")))!
            ["sequences"]!.AsArray().ToDictionary(
                sequence => (string)sequence!["id"]!, sequence => sequence!.AsObject());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string> Ids() => [.. Sequences.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_life_goes_as_it_has_to(string id)
    {
        var sequence = Sequences[id].DeepClone().AsObject();
        var (events, questions) = (TakeExpectations(sequence, "events"), TakeExpectations(sequence, "asOf"));

        var answer = await RunAsync(sequence);

        Assert.Empty(Differences(events, answer["events"]!.AsArray(), "event"));
        Assert.Empty(Differences(questions, answer["asOf"]!.AsArray(), "question"));
    }

    [Fact]
    public async Task What_is_answered_has_the_members_that_sequences_have_and_no_others()
    {
        var known = Sequences.Values
            .SelectMany(sequence => sequence["events"]!.AsArray().Concat(sequence["asOf"]!.AsArray()))
            .SelectMany(item => item!["expect"]!.AsObject().Select(member => member.Key)).ToHashSet();

        foreach (var sequence in Sequences.Values.Select(each => each.DeepClone().AsObject()))
        {
            TakeExpectations(sequence, "events");
            TakeExpectations(sequence, "asOf");
            var answer = await RunAsync(sequence);
            var members = answer["events"]!.AsArray().Concat(answer["asOf"]!.AsArray())
                .SelectMany(item => item!.AsObject().Select(member => member.Key));
            Assert.Empty(members.Except(known));
        }
    }

    [Fact]
    public async Task In_production_there_is_no_such_route()
    {
        using var partner = policy.PartnerInProduction();

        using var tried = await partner.PostAsJsonAsync(Path, Sequence(), Stop);
        using var served = await partner.GetAsync("/api/v1/policies", Stop);

        // The framework looks at the method first: a policy, whose id would stand there, can't be posted to.
        Assert.Equal((HttpStatusCode.MethodNotAllowed, HttpStatusCode.OK), (tried.StatusCode, served.StatusCode));
    }

    [Theory]
    [InlineData("""{ }""", "time-zone-required", "timeZone")]
    [InlineData("""{ "timeZone": "Mars" }""", "time-zone-invalid", "timeZone")]
    [InlineData("""{ "timeZone": "America/Chicago", "speed": 2 }""", "field-unexpected", "speed")]
    [InlineData(
        """{ "timeZone": "America/Chicago", "holders": [{ "id": "H1", "role": "friend" }] }""",
        "role-invalid",
        "holders[0].role")]
    [InlineData(
        """{ "timeZone": "America/Chicago", "asOf": [{ "policy": "P1", "on": "2027-01-01T00:00:00Z" }] }""",
        "known-at-required",
        "asOf[0].knownAt")]
    [InlineData(
        """{ "timeZone": "America/Chicago", "events": [null] }""", "events-required", "events[0]")]
    public async Task What_is_wrong_with_a_sequence_is_named(string sequence, string code, string field)
    {
        using var response = await policy.Partner.PostAsync(
            Path, new StringContent(sequence, null, "application/json"), Stop);

        await response.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, code, field, Stop);
    }

    [Theory]
    [InlineData("""{ "type": "vanish" }""", "type-invalid", "events[0].type")]
    [InlineData(
        """{ "type": "reinstate", "effective": "2027-01-01" }""", "lapse-required", "events[0].lapse")]
    [InlineData(
        """{ "type": "reinstate", "effective": "2027-01-01", "lapse": true, "kind": "flat" }""",
        "field-unexpected",
        "events[0].kind")]
    [InlineData(
        """{ "type": "cancel", "effective": "2027-01-01", "kind": "half", "by": "insured" }""",
        "kind-invalid",
        "events[0].kind")]
    [InlineData("""{ "type": "correct", "of": 1 }""", "change-invalid", "events[0].change")]
    [InlineData(
        """{ "type": "correct", "of": 1, "change": { "color": "red" } }""",
        "field-unexpected",
        "events[0].change.color")]
    [InlineData(
        """{ "type": "correct", "of": 1, "change": { "effective": "soon" } }""",
        "effective-invalid",
        "events[0].change.effective")]
    [InlineData(
        """{ "type": "endorse", "effective": "2027-01-01", "change": { "limit": [1] } }""",
        "limit-invalid",
        "events[0].change.limit")]
    [InlineData("""{ "type": "rewrite", "effective": "2027-01-01" }""", "new-required", "events[0].new")]
    public async Task What_is_wrong_with_an_event_is_named(string happened, string code, string field)
    {
        var item = JsonNode.Parse(happened)!.AsObject();
        (item["policy"], item["recordedAt"]) = ("P1", "2027-01-01T12:00:00Z");

        using var response = await policy.Partner.PostAsJsonAsync(Path, Sequence(item), Stop);

        await response.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, code, field, Stop);
    }

    [Fact]
    public async Task Events_come_in_the_order_of_their_recording()
    {
        var events = new[] { "2027-01-02T00:00:00Z", "2027-01-01T00:00:00Z" }.Select(at => new JsonObject
        {
            ["type"] = "reinstate",
            ["policy"] = "P1",
            ["recordedAt"] = at,
            ["effective"] = "2027-01-01",
            ["lapse"] = false,
        });

        using var response = await policy.Partner.PostAsJsonAsync(Path, Sequence([.. events]), Stop);

        await response.AssertProblemAsync(
            HttpStatusCode.UnprocessableEntity, "recorded-at-out-of-range", "events[1].recordedAt", Stop);
    }

    [Fact]
    public async Task More_than_a_person_would_send_is_refused()
    {
        var events = Enumerable.Range(1, 201).Select(_ => new JsonObject { ["type"] = "add" });

        using var response = await policy.Partner.PostAsJsonAsync(Path, Sequence([.. events]), Stop);

        await response.AssertProblemAsync(
            HttpStatusCode.UnprocessableEntity, "events-out-of-range", "events", Stop);
    }

    private async Task<JsonObject> RunAsync(JsonObject sequence)
    {
        using var response = await policy.Partner.PostAsJsonAsync(Path, sequence, Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonObject>(Stop))!;
    }

    private static JsonObject Sequence(params JsonObject[] events) => new()
    {
        ["timeZone"] = "America/Chicago",
        ["events"] = new JsonArray([.. events]),
        ["asOf"] = new JsonArray(),
    };

    private static List<JsonObject> TakeExpectations(JsonObject sequence, string list)
    {
        var expected = sequence[list]!.AsArray().Select(item => item!["expect"]!.AsObject()).ToList();
        foreach (var item in sequence[list]!.AsArray())
        {
            item!.AsObject().Remove("expect");
        }

        return expected;
    }

    // What is expected is named; what a sequence says nothing of may be answered too.
    private static IEnumerable<string> Differences(List<JsonObject> expected, JsonArray answers, string what)
    {
        Assert.Equal(expected.Count, answers.Count);
        return
            from each in expected.Zip(answers).Index()
            from member in each.Item.First
            let answered = each.Item.Second![member.Key]
            where member.Key == "values"
                ? !Holds(answered, member.Value!)
                : !JsonNode.DeepEquals(member.Value, answered)
            select $"{what} {each.Index + 1}, {member.Key}: {member.Value} expected, {answered} answered";
    }

    private static bool Holds(JsonNode? answered, JsonNode values) => values.AsObject()
        .All(value => JsonNode.DeepEquals(value.Value, answered?[value.Key]));
}
