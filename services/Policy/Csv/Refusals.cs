using Portal.Contracts.Imports;

namespace Portal.Policies.Csv;

/// <summary>What is wrong with the rows of a file, as much as is told, and how many they are.</summary>
internal sealed class Refusals
{
    private readonly List<ImportProblem> _ofDamaged = [];
    private readonly List<ImportProblem> _ofReadable = [];
    private readonly int _mostProblems;

    /// <param name="mostProblems">Problems that are told.</param>
    public Refusals(int mostProblems) => _mostProblems = mostProblems;

    /// <summary>Refused rows, those among them whose problems are not told.</summary>
    public int Rows { get; private set; }

    /// <summary>Damaged rows first, since whoever mends them may find that the others were right.</summary>
    public IEnumerable<ImportProblem> Problems => _ofDamaged.Concat(_ofReadable).Take(_mostProblems);

    /// <summary>Notes a row whose cells could not be told apart.</summary>
    public void AddDamaged(SheetRow row) => Add(row, _ofDamaged);

    /// <summary>Notes a row whose cells could.</summary>
    public void AddReadable(SheetRow row) => Add(row, _ofReadable);

    private void Add(SheetRow row, List<ImportProblem> told)
    {
        Rows++;
        if (told.Count < _mostProblems)
        {
            told.AddRange(row.Problems);
        }
    }
}
