using Portal.Certificates.Rendering;
using Portal.Contracts.Policies;
using Portal.Testing.Pdf;

namespace Portal.Certificate.Tests.Rendering;

public sealed class CertificateRendererTests
{
    private static readonly CertificateRenderer Renderer = new();

    private static CertificateContent Typical => ACertificate.Of(
        ACertificate.GeneralLiability, ACertificate.Auto, ACertificate.Umbrella, ACertificate.WorkersCompensation);

    [Fact]
    public void Every_value_stands_on_one_page()
    {
        var pdf = Renderer.Render(ACertificate.Of(
            ACertificate.GeneralLiability, ACertificate.Auto, ACertificate.Umbrella, ACertificate.WorkersCompensation,
            ACertificate.Professional, ACertificate.Property));
        var text = PdfTools.Text(pdf);
        Assert.Equal("1", PdfTools.Information(pdf, "Pages"));
        Assert.All(
            (string[])[
                "C4T7K-9QX2M", "06/15/2026", "Harborlight Insurance Agency", "400 Congress Ave, Suite 1200",
                "Austin, TX 78701", "Dana Whitfield",
                "(512) 555-0143", "(512) 555-0144", "certificates@harborlight.example", "Dąbrowski Steel Erectors Co.",
                "DBA Front Range Steel",
                "1379 Main St, Suite 620", "Denver, CO 80202", "Travelers Property Casualty Company of America 25674",
                "Selective Insurance Company of America 12572",
                "National Union Fire Insurance Company of Pittsburgh, Pa. 19445",
                "Zurich American Insurance Company 16535",
                "Philadelphia Indemnity Insurance Company 18058", "GLP-3328283", "AUT-6711537", "UMB-9301681",
                "WCP-1120044", "PRO-55", "PRP-77",
                "07/01/2026", "07/01/2027", "$1,100,000", "$300,000", "$10,000", "$1,200,000", "$2,300,000",
                "$2,400,000", "$1,500,000", "$5,000,000",
                "$6,000,000", "$10,500", "$500,000", "$600,000", "$700,000", "Each claim $2,500,000",
                "Aggregate $3,500,000", "Deductible $25,000",
                "Building $12,750,000", "Project: Job 2319 - Sacramento",
                "All operations of the named insured at the above project.",
                "Jørgensen Bank, N.A., its successors and/or assigns", "9415 Canal St", "Newark, NJ 07102",
                "Morgan Ellery",
                "https://portal.harborlight.example/verify/9QX2MC4T7KH3JW8R", "Page 1 of 1",
            ],
            value => Assert.Contains(value, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_caption_of_the_trade_is_there()
    {
        var text = PdfTools.Text(Renderer.Render(Typical));
        Assert.All(
            (string[])[
                "PRODUCER", "INSURED", "INSURERS AFFORDING COVERAGE", "NAIC #", "Contact", "Phone", "Fax", "E-mail",
                "INS LTR", "ADDL INSD", "SUBR WVD",
                "POLICY NUMBER", "COMMERCIAL GENERAL LIABILITY", "Claims-made", "Occurrence", "Policy", "Project",
                "Location", "Each occurrence",
                "Damage to rented premises", "Medical exp. (any one person)", "Personal & adv. injury",
                "General aggregate", "Products – comp/op aggregate",
                "AUTOMOBILE LIABILITY", "Any auto", "Owned only", "Scheduled", "Hired only", "Non-owned only",
                "Combined single limit",
                "Bodily injury (per person)", "Bodily injury (per accident)", "Property damage (per accident)",
                "UMBRELLA / EXCESS LIABILITY", "Deductible",
                "Retention", "WORKERS COMPENSATION", "Per statute", "Other", "excluded? (Y/N)", "E.L. each accident",
                "E.L. disease – each employee",
                "E.L. disease – policy limit", "DESCRIPTION OF OPERATIONS / LOCATIONS / VEHICLES", "CERTIFICATE HOLDER",
                "CANCELLATION", "AUTHORIZED REPRESENTATIVE",
                "Certificate number", "Revision", "Date issued", "gives its holder no rights",
            ],
            caption => Assert.Contains(caption, text, StringComparison.Ordinal));
    }

    [Fact]
    public void It_never_claims_to_be_the_form_of_another() =>
        Assert.DoesNotContain("ACORD", PdfTools.Text(Renderer.Render(Typical)), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void The_file_is_sound_and_carries_its_fonts()
    {
        var pdf = Renderer.Render(Typical);
        Assert.Equal("", PdfTools.Complaints(pdf));
        Assert.All(PdfTools.Fonts(pdf), font => Assert.True(font.IsEmbedded && font.IsSubset, font.Name));
        Assert.Equal("Certificate of Liability Insurance C4T7K-9QX2M", PdfTools.Information(pdf, "Title"));
    }

    [Fact]
    public void The_code_leads_to_the_verification_link() =>
        Assert.Equal(Typical.VerificationUrl, PdfTools.Scan(Renderer.Render(Typical)));

    [Fact]
    public void Equal_content_gives_equal_bytes_on_any_thread()
    {
        var expected = new CertificateRenderer().Render(Typical);
        var content = Typical;
        Parallel.For(0, 64, _ => Assert.Equal(expected, Renderer.Render(content)));
    }

    [Fact]
    public void A_cancelled_policy_is_not_shown()
    {
        var text = PdfTools.Text(
            Renderer.Render(
                ACertificate.Of(
                    ACertificate.GeneralLiability, ACertificate.Auto with { Status = PolicyStatus.Cancelled })));
        Assert.DoesNotContain("AUT-6711537", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Selective", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_without_policies_or_terms_is_a_page_of_empty_fields()
    {
        var content = ACertificate.Of() with
        {
            Terms = new HolderTerms
            {
                AdditionalInsured = false,
                WaiverOfSubrogation = false,
                PrimaryNoncontributory = false,
            },
        };
        var pdf = Renderer.Render(
            content with
            {
                Producer = content.Producer with { Fax = null },
                Insured = content.Insured with { Dba = null },
            });
        Assert.Equal("", PdfTools.Complaints(pdf));
        Assert.Equal("1", PdfTools.Information(pdf, "Pages"));
        Assert.DoesNotContain("$", PdfTools.Text(pdf), StringComparison.Ordinal);
        Assert.DoesNotContain("DBA", PdfTools.Text(pdf), StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_is_small_and_cheap_to_make()
    {
        var content = Typical;
        var bytes = Renderer.Render(content).Length;
        var before = GC.GetAllocatedBytesForCurrentThread();
        Renderer.Render(content);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(bytes <= 40_000, $"{bytes} bytes.");
        Assert.True(allocated <= 200_000, $"{allocated} bytes allocated.");
    }
}
