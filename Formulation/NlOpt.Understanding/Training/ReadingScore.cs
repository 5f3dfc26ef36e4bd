using NlOpt.Modeling;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Learning;

namespace NlOpt.Understanding.Training;

/// <summary>How far a decoded reading agrees with the labels of its problem.</summary>
/// <param name="IsExact">Variables, objective, direction and every row agree.</param>
/// <param name="Accuracy">Share of declarations that agree, in [0, 1], as the mapping accuracy of NL4Opt counts it.</param>
internal readonly record struct ReadingScore(bool IsExact, double Accuracy)
{
    /// <summary>Compares a reading with the labels.</summary>
    public static ReadingScore Of(LabelledProblem problem, DecodedReading reading)
    {
        var (columns, count) = (problem.VariableCount, reading.Context.Count);
        var columnOf = MatchVariables(problem, reading);
        var objective = Map(DecodedCoefficients.Objective(reading), columnOf, columns, false);
        var isObjective = objective is not null && AreEqual(objective, GoldObjective(problem));
        var gold = problem.Constraints.Select(constraint => GoldRow(constraint, columns)).ToList();
        var read = new List<double[]>();
        foreach (var row in reading.Rows)
        {
            var vector = DecodedCoefficients.AtMost(row, count);
            if (!read.Exists(other => AreEqual(other, vector))) read.Add(vector);
        }

        var matched = new HashSet<int>();
        var hits = 0;
        foreach (var vector in read)
        {
            if (Map(vector, columnOf, columns, true) is not { } mapped) continue;
            var equal = Enumerable.Range(0, gold.Count)
                .Where(index => AreEqual(mapped, gold[index]) || (problem.Constraints[index].IsExact && AreEqual(Negated(mapped), gold[index]))).ToList();
            matched.UnionWith(equal);
            if (equal.Count > 0) hits++;
        }

        var clauses = ClauseAgreement.Of(problem.Clauses, reading.Context.Clauses.Select(clause => clause.Statement), columnOf);
        var declarations = 1 + gold.Count + clauses.Labelled;
        var wrong = Math.Min(declarations, (isObjective ? 0 : 1) + read.Count - hits + clauses.Read - clauses.Agreeing)
            + Math.Max(gold.Count + clauses.Labelled - read.Count - clauses.Read, 0);
        var isSense = reading.IsMinimization == (problem.Sense == ObjectiveSense.Minimize);
        var isExact = isObjective && isSense && count == columns && matched.Count == gold.Count && hits == read.Count
            && clauses.Agreeing == clauses.Labelled && clauses.Read == clauses.Labelled;
        return new ReadingScore(isExact, 1 - (double)wrong / declarations);
    }

    private static int[] MatchVariables(LabelledProblem problem, DecodedReading reading)
    {
        var (columns, count) = (problem.VariableCount, reading.Context.Count);
        var size = Math.Max(columns, count);
        var costs = new double[size, size];
        for (var column = 0; column < columns; column++)
        {
            var mentions = problem.Mentions.Where(mention => mention.Column == column).Select(mention => mention.Name.ToLowerInvariant()).ToList();
            for (var variable = 0; variable < count; variable++)
            {
                var names = GoldReading.SurfaceNames(reading.Context, variable);
                costs[column, variable] = -mentions.Max(mention => names.Max(name => NameSimilarity.Ratio(mention, name.ToLowerInvariant())));
            }
        }

        var assigned = Assignment.Solve(costs);
        var columnOf = new int[count];
        Array.Fill(columnOf, -1);
        for (var column = 0; column < columns; column++)
            if (assigned[column] < count) columnOf[assigned[column]] = column;
        return columnOf;
    }

    /// <summary>The vector in the columns of the labels; null when it uses a variable that has none.</summary>
    private static double[]? Map(double[] vector, int[] columnOf, int columns, bool hasLimit)
    {
        var mapped = new double[columns + (hasLimit ? 1 : 0)];
        for (var variable = 0; variable < columnOf.Length; variable++)
        {
            if (columnOf[variable] >= 0) mapped[columnOf[variable]] = vector[variable];
            else if (Math.Abs(vector[variable]) > 1e-9) return null;
        }

        if (hasLimit) mapped[columns] = vector[columnOf.Length];
        return mapped;
    }

    private static double[] GoldObjective(LabelledProblem problem)
    {
        var vector = new double[problem.VariableCount];
        if (problem.ObjectiveTerms is not { } terms) Array.Fill(vector, 1);
        else foreach (var (variable, weight) in terms) vector[variable] = weight.Value;
        return vector;
    }

    private static double[] GoldRow(LabelledConstraint constraint, int columns)
    {
        var vector = new double[columns + 1];
        var number = constraint.Number?.Value ?? 1;
        if (constraint.Type == LabelledConstraintType.Sum) Array.Fill(vector, 1);
        if (constraint.Type == LabelledConstraintType.Ratio) Array.Fill(vector, -number, 0, columns);
        if (constraint.Variable is { } variable) vector[variable] += 1;
        if (constraint.Other is { } other) vector[other] -= number;
        foreach (var (term, weight) in constraint.Terms) vector[term] = weight.Value;
        if (constraint.Type is LabelledConstraintType.Sum or LabelledConstraintType.Bound or LabelledConstraintType.Linear) vector[columns] = number;
        return constraint.IsAtLeast ? Negated(vector) : vector;
    }

    private static double[] Negated(double[] vector) => Array.ConvertAll(vector, value => -value);

    private static bool AreEqual(double[] left, double[] right)
    {
        for (var index = 0; index < left.Length; index++)
            if (Math.Abs(left[index] - right[index]) > 1e-6 + 1e-4 * Math.Abs(right[index])) return false;
        return true;
    }
}
