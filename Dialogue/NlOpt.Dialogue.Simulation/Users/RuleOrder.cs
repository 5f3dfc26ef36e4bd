using System.Collections.Immutable;
using NlOpt.Formulation;

namespace NlOpt.Dialogue.Simulation.Users;

/// <summary>The rules of a problem in the order in which a user says them, one of them perhaps wrong at first and right later.</summary>
internal sealed class RuleOrder
{
    private const double WrongFactor = 1.5;

    private readonly Queue<(Statement Statement, bool IsCorrection)> _left;

    /// <summary>An order.</summary>
    /// <param name="statements">The statements of the problem.</param>
    /// <param name="startsWrong">Whether one with a single limit is said wrong first.</param>
    /// <param name="random">Chooses it.</param>
    public RuleOrder(ImmutableArray<Statement> statements, bool startsWrong, Random random)
    {
        var order = statements.Select(statement => (statement, false)).ToList();
        var fitting = Enumerable.Range(0, statements.Length).Where(index => Wrong(statements[index]) is not null).ToList();
        if (startsWrong && fitting.Count > 0)
        {
            var chosen = fitting[random.Next(fitting.Count)];
            order.Insert(Math.Min(order.Count, chosen + 2), (statements[chosen], true));
            order[chosen] = (Wrong(statements[chosen])!, false);
            Slip = (order[chosen].statement.Numbers.Last().Value, statements[chosen]);
        }

        _left = new Queue<(Statement, bool)>(order);
    }

    /// <summary>The number said wrong and the statement it should belong to; null where all is said right.</summary>
    public (double Number, Statement Statement)? Slip { get; }

    /// <summary>The next rule, and whether it corrects one said before; null where all are said.</summary>
    public (Statement Statement, bool IsCorrection)? Next() => _left.Count == 0 ? null : _left.Dequeue();

    private static Statement? Wrong(Statement statement) => statement switch
    {
        Statement.SingleVariable single when Wrong(single.Limit) is { } limit => single with { Limit = limit },
        Statement.Sum sum when Wrong(sum.Limit) is { } limit => sum with { Limit = limit },
        Statement.WeightedSum sum when Wrong(sum.Limit) is { } limit => sum with { Limit = limit },
        _ => null,
    };

    private static Limit? Wrong(Limit limit) => limit switch
    {
        Limit.AtMost(var number) when number.Value >= 1 => new Limit.AtMost(Wrong(number)),
        Limit.AtLeast(var number) when number.Value >= 1 => new Limit.AtLeast(Wrong(number)),
        _ => null,
    };

    private static SourcedNumber Wrong(SourcedNumber number) => number with { Value = Math.Ceiling(number.Value * WrongFactor) + 1 };
}
