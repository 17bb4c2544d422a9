using Portal.Certificates.Rendering;
using Portal.Testing.Pdf;

namespace Portal.Certificate.Tests.Rendering;

public sealed class AdditionalRemarksTests
{
    private static readonly CertificateRenderer Renderer = new();

    [Fact]
    public void A_long_description_stands_in_full_on_a_page_of_remarks()
    {
        var description = Sentences(60);
        var (text, pages) = Read(Wording(description));
        Assert.Equal(2, pages);
        Assert.Contains("… (see additional remarks)", text, StringComparison.Ordinal);
        Assert.Contains("ADDITIONAL REMARKS", text, StringComparison.Ordinal);
        Assert.Contains(description, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Remarks_go_on_over_as_many_pages_as_they_take()
    {
        var (text, pages) = Read(Wording(Sentences(400)));
        Assert.True(pages > 3);
        Assert.All(Enumerable.Range(1, 400), number => Assert.Contains($"#{number}.", text, StringComparison.Ordinal));
        Assert.All(
            Enumerable.Range(1, pages),
            page => Assert.Contains($"Page {page} of {pages}", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Ten_thousand_characters_without_a_space_are_all_there()
    {
        var (text, _) = Read(Wording(string.Concat(Enumerable.Repeat("QXZJQ", 2_000))));
        Assert.True(text.Count(character => character == 'Z') >= 2_000);
    }

    [Fact]
    public void More_than_six_insurers_go_on_behind_the_first_page()
    {
        var policies = Enumerable.Range(1, 9).Select(number =>
            ACertificate.Professional with
            {
                Number = $"PRO-{number}",
                CarrierName = $"Insurer number {number} of America",
                CarrierNaic = $"1000{number}",
            });
        var (text, pages) = Read(ACertificate.Of([.. policies]));
        Assert.Equal(2, pages);
        Assert.Contains("Insurer number 6 of America 10006", text, StringComparison.Ordinal);
        Assert.Contains("INSURERS AFFORDING COVERAGE, CONTINUED", text, StringComparison.Ordinal);
        Assert.Contains("I Insurer number 9 of America NAIC # 10009", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Policies_beyond_the_rows_go_on_behind_the_first_page()
    {
        var policies = Enumerable.Range(1, 60)
            .Select(number => ACertificate.Professional with { Number = $"PRO-{number:000}" }).ToArray();
        var (text, pages) = Read(ACertificate.Of(policies));
        Assert.True(pages > 2);
        Assert.Contains("more policies: see additional remarks", text, StringComparison.Ordinal);
        Assert.All(policies, policy => Assert.Equal(2, text.Split(policy.Number).Length));
    }

    [Fact]
    public void A_second_policy_of_a_line_is_shown_with_all_it_says()
    {
        var (text, _) = Read(ACertificate.Of(
            ACertificate.GeneralLiability,
            ACertificate.GeneralLiability with
            {
                Number = "GLP-SECOND",
                Limits = ACertificate.GeneralLiability.Limits with { MedicalExpense = 7_777 },
            },
            ACertificate.WorkersCompensation,
            ACertificate.WorkersCompensation with { Number = "WCP-SECOND", OfficersExcluded = false }));
        Assert.Contains("GLP-SECOND", text, StringComparison.Ordinal);
        Assert.Contains("$7,777", text, StringComparison.Ordinal);
        Assert.Contains("Aggregate per project", text, StringComparison.Ordinal);
        Assert.Contains("Officers not excluded", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_any_length_are_shown_in_full()
    {
        static string Long(string word) => string.Join(' ', Enumerable.Repeat(word, 100));
        var content = ACertificate.Of(
            ACertificate.GeneralLiability with
            {
                CarrierName = Long("Carrier"),
                Number = string.Concat(Enumerable.Repeat("N1-", 100)),
            });
        var (text, _) = Read(content with
        {
            Number = string.Concat(Enumerable.Repeat("C", 100)),
            Producer = content.Producer with
            {
                Name = Long("Producer"),
                ContactName = Long("Contact"),
                Phone = Long("0"),
                Fax = Long("1"),
                Email = Long("Mail"),
            },
            Insured = content.Insured with { LegalName = Long("Insured"), Dba = Long("Trade") },
            Holder = content.Holder with
            {
                Name = Long("Holder"),
                Address = content.Holder.Address with { Street = Long("Street") },
            },
            AuthorizedRepresentative = Long("Signer"),
            VerificationUrl = "https://portal.example/verify/" + new string('V', 600),
        });
        Assert.All(
            (string[])["Carrier", "Producer", "Contact", "0", "1", "Mail", "Insured", "Trade", "Holder", "Street", "Signer"],
            word => Assert.Contains(Long(word), text, StringComparison.Ordinal));
        Assert.Contains(
            string.Concat(Enumerable.Repeat("N1-", 100)),
            text.Replace(" ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
        Assert.Contains(
            new string('V', 600), text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(
            new string('C', 100), text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ελληνική Εταιρεία (Α.Ε.)")]
    [InlineData("Общество с ограниченной ответственностью «Заря»")]
    [InlineData("Tiếng Việt \\ (((")]
    [InlineData("日本 😀 ) Tj ET endstream")]
    public void Any_script_can_name_a_holder(string name)
    {
        var content = ACertificate.Of(ACertificate.GeneralLiability);
        var (text, pages) = Read(content with { Holder = content.Holder with { Name = name } });
        Assert.Equal(1, pages);
        Assert.Contains(name, text, StringComparison.Ordinal);
    }

    private static string Sentences(int count) =>
        string.Join(
            ' ',
            Enumerable.Range(1, count).Select(
                number => $"Of operations, locations and vehicles this is sentence #{number}."));

    private static CertificateContent Wording(string wording)
    {
        var content = ACertificate.Of(ACertificate.GeneralLiability);
        return content with { Terms = content.Terms with { Wording = wording } };
    }

    private static (string Text, int Pages) Read(CertificateContent content)
    {
        var pdf = Renderer.Render(content);
        Assert.Equal("", PdfTools.Complaints(pdf));
        return (PdfTools.Text(pdf), int.Parse(PdfTools.Information(pdf, "Pages"), null));
    }
}
