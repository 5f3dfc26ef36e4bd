using System.Collections.Immutable;
using NlOpt.Datasets;
using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>Which predicted variable stands for which gold column: the best assignment by similarity of their names and mentions.</summary>
internal sealed class VariableMatching
{
    /// <summary>Below this similarity two names are taken to mean different things; only the analysis of errors uses it, no score.</summary>
    private const double SameName = 0.6;

    private readonly ImmutableArray<double> _similarities;

    private VariableMatching(ImmutableArray<int?> columnOf, ImmutableArray<int?> variableOf, ImmutableArray<double> similarities)
    {
        ColumnOf = columnOf;
        VariableOf = variableOf;
        _similarities = similarities;
    }

    /// <summary>The gold column of each predicted variable; null for the ones left over.</summary>
    public ImmutableArray<int?> ColumnOf { get; }

    /// <summary>The predicted variable of each gold column; null for the ones left over.</summary>
    public ImmutableArray<int?> VariableOf { get; }

    /// <summary>Whether every gold column has a variable of a similar name.</summary>
    public bool NamesAgree => _similarities.All(similarity => similarity >= SameName);

    /// <summary>Whether a gold column has a variable of a similar name.</summary>
    public bool Agrees(int column) => _similarities[column] >= SameName;

    public static VariableMatching Of(Nl4OptProblem gold, ProblemFormulation predicted) => Of(gold.Mentions, gold.VariableCount, predicted);

    /// <summary>Matches by the names of the gold columns.</summary>
    /// <param name="mentions">Every name of every column.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="predicted">The prediction.</param>
    public static VariableMatching Of(IEnumerable<VariableMention> mentions, int columns, ProblemFormulation predicted)
    {
        var names = predicted.Variables.Select(variable => NamesOf(variable, predicted.Source)).ToList();
        var weights = new double[columns, names.Count];
        foreach (var (text, column) in mentions)
            for (var index = 0; index < names.Count; index++)
                weights[column, index] = Math.Max(weights[column, index], names[index].Max(name => SequenceSimilarity.Ratio(text, name)));
        var variableOf = BestAssignment.Find(weights);
        var columnOf = new int?[names.Count];
        for (var column = 0; column < variableOf.Length; column++)
            if (variableOf[column] is { } variable) columnOf[variable] = column;
        var similarities = variableOf.Select((variable, column) => variable is { } index ? weights[column, index] : 0);
        return new([.. columnOf], [.. variableOf], [.. similarities]);
    }

    private static List<string> NamesOf(DecisionVariable variable, Source source) =>
        [.. variable.Mentions.Select(source.Quote).Prepend(variable.Name).Distinct(StringComparer.Ordinal)];
}
