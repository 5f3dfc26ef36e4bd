using NlOpt.Understanding.Decisions;

namespace NlOpt.Understanding.Decoding;

/// <summary>Where a decision is unsure, what else it could be: the likeliest choice first, then variants of it.</summary>
internal static class Alternatives
{
    private const int RolesTried = 6;
    private const int RolesPaired = 4;
    private const int AttachmentsTried = 3;
    private const int DirectionsTried = 2;
    private const double LeastRole = 0.1;
    private const double LeastAttachment = 0.15;
    private const double LeastDirection = 0.2;

    /// <summary>The likeliest roles of all numbers, then variants in which one or two of the least certain numbers play another role.</summary>
    /// <param name="context">The reading; the probabilities of its roles are set.</param>
    /// <param name="isVaried">False for the likeliest roles alone.</param>
    public static List<NumberRole[]> Roles(ReadingContext context, bool isVaried)
    {
        var likeliest = Array.ConvertAll(context.Numbers, number => (NumberRole)Array.IndexOf(number.RoleProbabilities, number.RoleProbabilities.Max()));
        var choices = new List<NumberRole[]> { likeliest };
        if (!isVaried) return choices;
        var flips = new List<(double Probability, int Number, NumberRole Role)>();
        foreach (var number in context.Numbers)
        {
            foreach (var role in Enum.GetValues<NumberRole>())
                if (role != likeliest[number.Position] && number.RoleProbabilities[(int)role] > LeastRole)
                    flips.Add((number.RoleProbabilities[(int)role], number.Position, role));
        }

        flips = [.. flips.OrderByDescending(flip => flip.Probability).Take(RolesTried)];
        foreach (var (_, number, role) in flips) choices.Add(With(likeliest, number, role));
        for (var left = 0; left < Math.Min(RolesPaired, flips.Count); left++)
        {
            for (var right = left + 1; right < Math.Min(RolesPaired, flips.Count); right++)
                if (flips[left].Number != flips[right].Number)
                    choices.Add(With(With(likeliest, flips[left].Number, flips[left].Role), flips[right].Number, flips[right].Role));
        }

        return choices;

        // Both ends of a range play one role.
        NumberRole[] With(NumberRole[] roles, int number, NumberRole role)
        {
            var changed = (NumberRole[])roles.Clone();
            changed[number] = role;
            if (number > 0 && JoinedNumbers.AreRange(context, context.Numbers[number - 1], context.Numbers[number])) changed[number - 1] = role;
            if (number + 1 < roles.Length && JoinedNumbers.AreRange(context, context.Numbers[number], context.Numbers[number + 1])) changed[number + 1] = role;
            return changed;
        }
    }

    /// <summary>Null for the likeliest variables of all coefficients, then one coefficient at a time with another variable.</summary>
    public static List<(NumberContext Number, int Variable)?> Attachments(ReadingContext context, NumberContext[] coefficients, bool isVaried)
    {
        var choices = new List<(NumberContext Number, int Variable)?> { null };
        if (!isVaried || context.Count < 2) return choices;
        var others = from number in coefficients
                     from variable in Enumerable.Range(0, context.Count + 1)
                     where variable != number.Variable && number.VariableProbabilities[variable] > LeastAttachment
                     orderby number.VariableProbabilities[variable] descending
                     select (number, variable);
        choices.AddRange(others.Take(AttachmentsTried).Select(other => ((NumberContext, int)?)other));
        return choices;
    }

    /// <summary>The rows with the direction of one unsure limit turned round, one limit at a time.</summary>
    public static IEnumerable<List<DecodedRow>> Directions(List<DecodedRow> rows)
    {
        var unsure = rows.Where(row => row.OperatorProbability < 1 - LeastDirection).OrderBy(row => row.OperatorProbability)
            .Select(row => row.Number).Distinct().Take(DirectionsTried);
        foreach (var number in unsure)
        {
            yield return rows.ConvertAll(row =>
                row.Number == number ? row with { IsAtLeast = !row.IsAtLeast, OperatorProbability = 1 - row.OperatorProbability } : row);
        }
    }
}
