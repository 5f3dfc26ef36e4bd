using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Variables;

namespace NlOpt.Understanding.Decoding;

/// <summary>Gathers the distinct readings of a text: the factors are computed only of what is not there yet.</summary>
internal sealed class ReadingCollection
{
    private readonly HashSet<ReadingKey> _keys = [];
    private ReadingContext _context = null!;
    private JudgedColumns _columns = null!;
    private GlobalFactors _factors = null!;
    private string _variables = "";
    private NumberRole[] _roles = [];
    private double[] _roleProbabilities = [];
    private double[] _attachmentProbabilities = [];

    /// <summary>The readings, in the order in which they were found.</summary>
    public List<DecodedReading> Found { get; } = [];

    /// <summary>Begins with another variable set.</summary>
    public void Start(ReadingContext context, ScoredVariableSet set) =>
        (_context, _factors, _variables) = (context, new GlobalFactors(context, set), set.Set.Signature);

    /// <summary>Begins with other columns; the roles and variables of the numbers are set.</summary>
    public void StartColumns(JudgedColumns columns, double logColumns)
    {
        _columns = columns;
        _roles = Array.ConvertAll(_context.Numbers, number => number.Role);
        _roleProbabilities = Array.ConvertAll(_context.Numbers, number => number.RoleProbabilities[(int)number.Role]);
        _attachmentProbabilities = Array.ConvertAll(
            _context.Numbers, number => number.Role == NumberRole.Coefficient ? number.VariableProbabilities[number.Variable!.Value] : 1);
        _factors.StartColumns(columns, logColumns);
    }

    /// <summary>Adds a reading unless one that says the same is there.</summary>
    /// <param name="choice">The objective and the targets of the limits.</param>
    /// <param name="limited">The rows of the limits.</param>
    /// <param name="compared">The comparisons.</param>
    public void Add(JointChoice choice, List<DecodedRow> limited, ComparisonChoice compared)
    {
        var rows = InOrder(limited, compared.Rows);
        var terms = _columns.Terms(choice.Objective);
        if (!_keys.Add(new ReadingKey(_variables, terms, rows))) return;
        var probability = _columns.Objective[choice.Objective] / _columns.ObjectiveTotal;
        Found.Add(new DecodedReading
        {
            Context = _context,
            ObjectiveTerms = terms,
            Rows = rows,
            Roles = _roles,
            RoleProbabilities = _roleProbabilities,
            AttachmentProbabilities = _attachmentProbabilities,
            ObjectiveProbability = probability,
            Factors = _factors.Of(choice, rows, probability, compared.LogProbability),
        });
    }

    /// <summary>All rows in the order of the text; of rows at one place those of limits come first.</summary>
    private static DecodedRow[] InOrder(List<DecodedRow> limited, List<DecodedRow> compared)
    {
        var rows = new DecodedRow[limited.Count + compared.Count];
        for (var index = 0; index < rows.Length; index++)
        {
            var row = index < limited.Count ? limited[index] : compared[index - limited.Count];
            var place = index;
            for (; place > 0 && rows[place - 1].Span.First > row.Span.First; place--) rows[place] = rows[place - 1];
            rows[place] = row;
        }

        return rows;
    }
}
