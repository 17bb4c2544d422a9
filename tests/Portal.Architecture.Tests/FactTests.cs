using System.Reflection;
using System.Text.RegularExpressions;
using MassTransit;
using Portal.Architecture.Tests.Support;
using Portal.Insurance;

namespace Portal.Architecture.Tests;

/// <summary>A fact of the field stands in one place (decision 022).</summary>
public sealed partial class FactTests
{
    private const string Library = "libraries/Portal.Insurance/";

    private static readonly Assembly Insurance = typeof(LineOfBusiness).Assembly;

    /// <summary>What lines and limits are called and how they are explained.</summary>
    private static readonly string[] Words =
    [
        .. LineOfBusiness.All.SelectMany(line => (IEnumerable<string>)[line.Name, line.ShortName, line.Explanation])
            .Concat(LineOfBusiness.All.SelectMany(line => line.Section?.Heading ?? []))
            .Concat(LineOfBusiness.All.SelectMany(line => line.Limits)
                .SelectMany(limit => (string?[])[limit.Name, limit.ClaimsMadeName, limit.Explanation]).OfType<string>())
            .Concat(
                LimitDefinition.All.SelectMany(
                    limit => (
                        IEnumerable<string>)[limit.Name, limit.CertificateName, limit.SectionName, limit.Explanation]))
            .Distinct(StringComparer.Ordinal),
    ];

    [Fact]
    public void The_words_of_lines_and_limits_stand_in_the_library_alone()
    {
        var copies =
            from path in House.Files(".cs").Concat(House.Files(".razor"))
            let file = House.Relative(path)
            where IsProduct(file)
            from text in Texts(File.ReadAllText(path))
            from word in Words
            where Says(text, word)
            select $"{file} says '{word}'; take it from LineOfBusiness or LimitDefinition.";

        Assert.Empty(copies.Distinct());
    }

    [Theory]
    [InlineData("var name = \"Commercial general liability\";")]
    [InlineData("page.Caption(x, y, \"WORKERS COMPENSATION\");")]
    [InlineData("return $\"The inland marine policy {number} ends.\";")]
    [InlineData("<Fact Term=\"Deductible\">")]
    [InlineData("<h2>Umbrella liability</h2>")]
    [InlineData("(\"Each claim\", amount)")]
    public void The_search_for_words_finds_a_copy(string source) =>
        Assert.Contains(Texts(source), text => Words.Any(word => Says(text, word)));

    [Theory]
    [InlineData("// The general aggregate is the most for a term.")]
    [InlineData("/// <summary>Each occurrence.</summary>")]
    [InlineData("[\"building\"] = \"bldg\"")]
    [InlineData("PolicyLine.Crime => Retention.Days")]
    public void The_search_for_words_passes_over_what_is_no_copy(string source) =>
        Assert.DoesNotContain(Texts(source), text => Words.Any(word => Says(text, word)));

    [Fact]
    public void Text_is_folded_in_one_place()
    {
        var elsewhere = House.Files(".cs").Where(path => IsProduct(House.Relative(path)))
            .Where(path => Folding().IsMatch(File.ReadAllText(path))).Select(House.Relative);

        Assert.Empty(elsewhere);
    }

    [Fact]
    public void An_order_names_the_queue_of_the_consumer_that_takes_it()
    {
        var orders = House.Contracts.GetExportedTypes()
            .Select(type => (Type: type, Queue: type.GetField("Queue")?.GetRawConstantValue() as string))
            .Where(order => order.Queue is not null).ToList();

        Assert.NotEmpty(orders);
        Assert.All(orders, order => Assert.Equal(QueuesTaking(order.Type), [order.Queue!]));
    }

    [Fact]
    public void The_library_knows_contracts_alone() => Assert.Equal(
        ["Portal.Contracts"],
        Insurance.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal)));

    private static bool IsProduct(string file) =>
        !file.StartsWith("tests/", StringComparison.Ordinal) && !file.StartsWith(Library, StringComparison.Ordinal)
        && !file.StartsWith("findings/", StringComparison.Ordinal)
            && !file.Contains("/Migrations/", StringComparison.Ordinal);

    // One word, such as Crime, may be part of a sentence that is about something else; several together are the
    // field's.
    private static bool Says(string text, string words) => words.Contains(' ', StringComparison.Ordinal)
        ? text.Contains(words, StringComparison.OrdinalIgnoreCase)
        : text.Trim() == words;

    /// <summary>Literals of C# and attributes and texts of markup, without comments.</summary>
    private static IEnumerable<string> Texts(string source) =>
        Text().Matches(Comment().Replace(source, "")).Select(match => match.Groups["text"].Value);

    private static List<string> QueuesTaking(Type order) =>
    [
        .. from service in House.Services
           from type in service.GetTypes()
           where type.IsAssignableTo(typeof(IConsumer<>).MakeGenericType(order))
           let formatter = new KebabCaseEndpointNameFormatter(
               service.GetName().Name!["Portal.".Length..].ToLowerInvariant(), includeNamespace: false)
           select (string)typeof(KebabCaseEndpointNameFormatter)
               .GetMethod(nameof(KebabCaseEndpointNameFormatter.Consumer))!
               .MakeGenericMethod(type).Invoke(formatter, null)!,
    ];

    [GeneratedRegex(@"^\s*//.*$|(?<=[;{},)])\s*//.*$|@\*.*?\*@", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex("\"(?<text>(?:[^\"\\\\\\r\\n]|\\\\.)*)\"|>(?<text>[^<>\"]+)</")]
    private static partial Regex Text();

    [GeneratedRegex(@"NormalizationForm\.FormK|\bFunctions\.I?Like\b")]
    private static partial Regex Folding();
}
