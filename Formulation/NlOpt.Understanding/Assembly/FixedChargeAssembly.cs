using NlOpt.Formulation;
using NlOpt.Formulation.Units;
using NlOpt.Modeling;
using NlOpt.Understanding.Clauses;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Text;

namespace NlOpt.Understanding.Assembly;

/// <summary>
/// Adds amounts that count once to what they belong to: money to a goal in money, else to the budget; hours to the row of these hours, else
/// to a goal that counts them. What belongs nowhere, or to two places alike, is added nowhere and asked about.
/// </summary>
internal sealed class FixedChargeAssembly(DecodedReading reading, TextSpans spans)
{
    private const int Goal = -1;
    private const int MostWords = 5;
    private const int RootLength = 5;

    // How well an amount fits a row: by its measure alone, or by what is measured too.
    private const int MeasureFit = 1;
    private const int FullFit = 2;

    /// <summary>The goal and the statements with their charges.</summary>
    public (ObjectiveStatement Objective, List<AssembledStatement> Statements) Add(ObjectiveStatement objective,
        List<AssembledStatement> statements)
    {
        var homes = reading.Context.Charges.GroupBy(charge => HomeOf(charge, objective, statements)).ToList();
        foreach (var home in homes)
        {
            if (home.Key is not { } place) continue;
            var charges = home.DistinctBy(charge => charge.Variable).ToList();
            if (place == Goal) objective = AddTo(objective, charges);
            else statements[place] = statements[place] with { Statement = AddTo((Statement.WeightedSum)statements[place].Statement, charges) };
        }

        return (objective, statements);
    }

    private ObjectiveStatement AddTo(ObjectiveStatement objective, List<FixedChargeClause> charges)
    {
        var sign = objective.Sense == ObjectiveSense.Maximize ? -1 : 1;
        return objective with
        {
            FixedCharges = [.. charges.Select(charge => Of(charge, sign))],
            Evidence = StatementAssembly.Distinct([.. objective.Evidence, .. charges.Select(Evidence)]),
        };
    }

    private Statement.WeightedSum AddTo(Statement.WeightedSum sum, List<FixedChargeClause> charges) => sum with
    {
        FixedCharges = [.. charges.Select(charge => Of(charge, 1))],
        Evidence = StatementAssembly.Distinct([.. sum.Evidence, .. charges.Select(Evidence)]),
    };

    /// <summary>The position of the statement that a charge belongs to, <see cref="Goal"/>, or null for none.</summary>
    private int? HomeOf(FixedChargeClause charge, ObjectiveStatement objective, List<AssembledStatement> statements)
    {
        var isMoney = charge.Amount.IsMoney;
        if (isMoney && objective.Class is not (ObjectiveClass.Count or ObjectiveClass.Resource)) return Goal;
        var words = isMoney ? [] : WordsFrom(charge.Amount.End);
        if (!isMoney && words.Count == 0) return null;
        var fits = statements.ConvertAll(item => item.Statement is not Statement.WeightedSum sum ? 0
            : isMoney ? (sum.Unit == spans.Currency(charge.Amount) ? FullFit : 0) : Fit(words, Measured(sum, item.Rows)));
        var best = fits.Count == 0 ? 0 : fits.Max();
        var places = Enumerable.Range(0, fits.Count).Where(place => best > 0 && fits[place] == best).ToList();
        // A charge uses up what is limited: where a row limits it from above and another from below, it is told of the former.
        if (places.Count > 1) places = places.FindAll(place => ((Statement.WeightedSum)statements[place].Statement).Limit.Upper is not null);
        if (places.Count > 0) return places.Count == 1 ? places[0] : null;
        var isGoal = best == 0 && objective is { Class: ObjectiveClass.Resource, Sense: ObjectiveSense.Minimize, Unit: { } unit }
            && Fit(words, Stems(unit)) > 0;
        return isGoal ? Goal : null;
    }

    /// <summary>All words for what a row measures: those of its limit and those of its amounts.</summary>
    private List<string> Measured(Statement.WeightedSum sum, IReadOnlyList<DecodedRow> rows)
    {
        var numbers = rows.SelectMany(row => (row.Terms ?? []).Append(row.Number)).OfType<Decisions.NumberContext>().Distinct();
        return [.. Stems(sum.Unit ?? ""), .. numbers.SelectMany(number => Stems(AmountNoun.Of(reading.Context, number, spans) ?? ""))];
    }

    private static int Fit(List<string> charge, List<string> row)
    {
        var isMeasured = row.Exists(word => word == charge[0] || AreOneDimension(word, charge[0]));
        if (!isMeasured) return 0;
        var (own, others) = (charge.Where(IsContent).ToList(), row.Where(IsContent).ToList());
        if (own.Count == 0 || others.Count == 0) return MeasureFit;
        return own.Exists(word => others.Exists(other => Root(other) == Root(word))) ? FullFit : 0;
    }

    private static bool AreOneDimension(string left, string right) =>
        MeasureTable.Find(left) is { } one && MeasureTable.Find(right) is { } other && one.ConvertsTo(other);

    private static bool IsContent(string word) =>
        word is not ("unit" or "square" or "cubic" or "time" or "work" or "labor" or "labour" or "setup" or "preparation")
            && MeasureTable.Find(word) is null;

    private static string Root(string word) => word[..Math.Min(word.Length, RootLength)];

    /// <summary>The stems of the noun behind an amount: "hours of cutting" in "takes 3 hours of cutting once".</summary>
    private List<string> WordsFrom(int first)
    {
        var stems = new List<string>();
        for (var index = first; index < spans.Tokens.Length && index < first + MostWords; index++)
        {
            var token = spans.Tokens[index];
            if (token.Lower == "of" && stems.Count > 0) continue;
            if (!token.IsWord || token.IsFunctionWord || token.Lower is "once" or "needed" or "used"
                || reading.Context.VariableAt[index] >= 0) break;
            stems.Add(token.Stem);
        }

        return stems;
    }

    private static List<string> Stems(string words) =>
        [.. Tokenizer.Tokenize(words).Where(token => token is { IsWord: true, IsFunctionWord: false }).Select(token => token.Stem)];

    private FixedCharge Of(FixedChargeClause charge, int sign) =>
        new(new DecisionVariableId(charge.Variable), new SourcedNumber(sign * charge.Amount.Value, spans.Number(charge.Amount)));

    private Evidence Evidence(FixedChargeClause charge) => spans.Of(charge.First, charge.End);
}
