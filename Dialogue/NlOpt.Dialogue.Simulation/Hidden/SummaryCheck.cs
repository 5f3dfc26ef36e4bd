using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.Simulation.Hidden;

/// <summary>What is wrong with a summary, as its reader sees it who knows the problem.</summary>
/// <param name="AreThingsRight">Whether it speaks of the things to decide on, no more and no fewer.</param>
/// <param name="IsGoalRight">Whether sense and amounts of the goal are right.</param>
/// <param name="Missing">Statements of the problem that it does not say, or not rightly.</param>
/// <param name="Spurious">Statements of the summary that are no part of the problem.</param>
public sealed record SummaryCheck(bool AreThingsRight, bool IsGoalRight, ImmutableArray<Statement> Missing, ImmutableArray<Statement> Spurious)
{
    private static readonly LoweringOptions AllWhole = new() { Kinds = AmountKinds.AllInteger };

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsRight => AreThingsRight && IsGoalRight && Missing.IsEmpty && Spurious.IsEmpty;

    /// <summary>Compares.</summary>
    /// <param name="gold">The problem.</param>
    /// <param name="said">The summary.</param>
    public static SummaryCheck Of(ProblemFormulation gold, ProblemFormulation said)
    {
        if (ColumnsOf(gold, said) is not { } columns) return new(false, false, [], []);
        if (!Lowering.Lower(gold, AllWhole).TryGetValue(out var expected) || !Lowering.Lower(said, AllWhole).TryGetValue(out var found))
            return new(true, false, gold.Statements, said.Statements);
        var right = FormulationMeaning.OfStatements(expected, variable => variable.Index);
        var read = FormulationMeaning.OfStatements(found, variable => columns[variable.Index]);
        var known = right.Select(row => row.Text).ToHashSet(StringComparer.Ordinal);
        var told = read.Select(row => row.Text).ToHashSet(StringComparer.Ordinal);
        var isGoalRight = FormulationMeaning.OfObjective(expected, variable => variable.Index)
            == FormulationMeaning.OfObjective(found, variable => columns[variable.Index]);
        return new(
            true, isGoalRight,
            [.. right.Where(row => !told.Contains(row.Text)).Select(row => row.StatementIndex).Distinct().Select(index => gold.Statements[index])],
            [.. read.Where(row => !known.Contains(row.Text)).Select(row => row.StatementIndex).Distinct().Select(index => said.Statements[index])]);
    }

    /// <summary>The column of each variable said; null where they are not the same things.</summary>
    private static int[]? ColumnsOf(ProblemFormulation gold, ProblemFormulation said)
    {
        if (gold.Variables.Length != said.Variables.Length) return null;
        var columns = new int[said.Variables.Length];
        var taken = new HashSet<int>();
        foreach (var variable in said.Variables)
        {
            var stems = NoteReader.Stems(variable.Name).ToHashSet(StringComparer.Ordinal);
            var best = gold.Variables.Where(other => !taken.Contains(other.Id.Index))
                .Select(other => (other.Id.Index, Score: Likeness(stems, other, variable.Name))).OrderByDescending(item => item.Score).First();
            if (best.Score <= 0) return null;
            columns[variable.Id.Index] = best.Index;
            taken.Add(best.Index);
        }

        return columns;
    }

    private static double Likeness(HashSet<string> stems, DecisionVariable gold, string name)
    {
        if (name.Equals(gold.Name, StringComparison.OrdinalIgnoreCase)) return 2;
        var own = NoteReader.Stems(gold.Name).ToHashSet(StringComparer.Ordinal);
        var union = stems.Union(own).Count();
        return union == 0 ? 0 : (double)stems.Intersect(own).Count() / union;
    }
}
