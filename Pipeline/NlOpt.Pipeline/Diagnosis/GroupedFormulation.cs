using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Modeling;
using NlOpt.Solving.Diagnosis;

namespace NlOpt.Pipeline.Diagnosis;

/// <summary>
/// A formulation whose statements, and facts about amounts, are groups of a model that can be left out one by one; statements come first.
/// </summary>
internal sealed class GroupedFormulation
{
    private GroupedFormulation(LoweredModel lowered, IReadOnlySet<int> musts)
    {
        Lowered = lowered;
        var formulation = lowered.Formulation;
        List<(ConflictMember Member, ConstraintGroup Group)> all =
        [
            .. formulation.Statements.Select((_, index) =>
                ((ConflictMember)new ConflictMember.OfStatement(index, musts.Contains(index)), GroupOf(new RowOrigin.OfStatement(index)))),
        ];
        foreach (var variable in formulation.Variables)
        {
            var amount = lowered.AmountOf(variable.Id);
            if (lowered.Model.Variables[amount.Index].Kind == VariableKind.Integer)
                all.Add((new ConflictMember.Wholeness(variable.Id), new ConstraintGroup { Integralities = [amount] }));
            if (lowered.ActivityOf(variable.Id) is not null)
                all.Add((new ConflictMember.DoneOrNot(variable.Id), GroupOf(new RowOrigin.Link(variable.Id))));
            all.Add((new ConflictMember.NonNegativity(variable.Id), new ConstraintGroup { Bounds = [amount] }));
        }

        Members = [.. all.Select(pair => pair.Member)];
        Groups = [.. all.Select(pair => pair.Group)];
        Order =
        [
            .. Enumerable.Range(0, formulation.Statements.Length).OrderByDescending(Breadth).ThenByDescending(index => index),
            .. Enumerable.Range(formulation.Statements.Length, all.Count - formulation.Statements.Length),
        ];
        Kept = [.. musts, .. Enumerable.Range(formulation.Statements.Length, all.Count - formulation.Statements.Length)];
    }

    public LoweredModel Lowered { get; }

    public ProblemFormulation Formulation => Lowered.Formulation;

    public ImmutableArray<ConflictMember> Members { get; }

    public ImmutableArray<ConstraintGroup> Groups { get; }

    /// <summary>Statements about many amounts are given up first, then those said late; facts come after all statements.</summary>
    public ImmutableArray<int> Order { get; }

    /// <summary>Facts and musts.</summary>
    public ImmutableHashSet<int> Kept { get; }

    public static Result<GroupedFormulation> Of(ProblemFormulation formulation, AmountKinds kinds, IReadOnlySet<int> musts)
    {
        var lowering = Lowering.Lower(formulation, new LoweringOptions { Kinds = kinds, AreRowsIndependent = true });
        return lowering.TryGetValue(out var lowered)
            ? Result.Success(new GroupedFormulation(lowered, musts))
            : Result.Failure<GroupedFormulation>(lowering.Diagnostics);
    }

    /// <summary>The model without some groups.</summary>
    public ModelBuilder Without(IEnumerable<int> absent) => PartialModel.Without(Lowered.Model, Groups, absent);

    private ConstraintGroup GroupOf(RowOrigin origin) => new()
    {
        Rows = [.. Lowered.Rows.Index().Where(pair => pair.Item == origin).Select(pair => new RowId(pair.Index))],
        Indicators = [.. Lowered.Indicators.Index().Where(pair => pair.Item == origin).Select(pair => pair.Index)],
    };

    /// <summary>How many amounts a statement concerns.</summary>
    private int Breadth(int statement) => Lowered.RowsOf(statement).Select(row => row.Expression)
        .Concat(Lowered.IndicatorsOf(statement).Select(row => row.Expression))
        .SelectMany(expression => expression.Terms)
        .Select(term => Lowered.Variables[term.Variable.Index].Variable)
        .Distinct()
        .Count();
}
