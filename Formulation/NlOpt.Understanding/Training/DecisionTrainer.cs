using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Decoding;
using NlOpt.Understanding.Learning;
using NlOpt.Understanding.Tagging;

namespace NlOpt.Understanding.Training;

/// <summary>Fits the factors that judge a reading, each from the decisions that the labels imply.</summary>
internal sealed class DecisionTrainer(IReadOnlyList<GoldReading> readings, ulong seed)
{
    private const int RoleFolds = 5;
    private const int AttachmentFolds = 4;

    /// <summary>Weight of an example from a generated text: they widen what is known, but people's own texts say what is usual.</summary>
    public const double GeneratedWeight = 0.4;

    private readonly FeatureList _features = new();

    /// <summary>Fits all factors.</summary>
    /// <param name="groupOf">Group of each reading: readings of one problem stay on one side of every split.</param>
    public DecisionModels Train(Func<int, int> groupOf)
    {
        var (roleFirst, roleSecond) = TrainRoles(groupOf);
        var (attachmentFirst, attachmentSecond) = TrainAttachments(groupOf);
        var columnPair = TrainColumns();
        var objective = CollectObjectives(out var objectiveGroups).Fit();
        var (operators, sides, anchor) = TrainComparisons();
        return new DecisionModels
        {
            RoleFirst = roleFirst,
            RoleSecond = roleSecond,
            AttachmentFirst = attachmentFirst,
            AttachmentSecond = attachmentSecond,
            ColumnPair = columnPair,
            Objective = objective,
            Limit = TrainLimits(groupOf, objectiveGroups),
            Operator = operators,
            Sides = sides,
            Anchor = anchor,
        };
    }

    private static double WeightOf(GoldReading reading) => reading.Problem.IsGenerated ? GeneratedWeight : 1;

    private (LinearModel First, LinearModel Second) TrainRoles(Func<int, int> groupOf)
    {
        var trainer = new LogisticTrainer(4);
        var owner = new List<int>();
        for (var index = 0; index < readings.Count; index++)
        {
            foreach (var number in readings[index].Context.Numbers)
            {
                RoleFeatures.Write(_features, readings[index].Context, number);
                trainer.Add(_features.ToArray(), (int)number.Role, WeightOf(readings[index]));
                owner.Add(index);
            }
        }

        var folds = FitFolds(trainer, RoleFolds, example => groupOf(owner[example]));
        var second = new LogisticTrainer(4);
        for (var index = 0; index < readings.Count; index++)
        {
            var context = readings[index].Context;
            var model = folds[groupOf(index) % RoleFolds];
            var first = context.Numbers.Select(number =>
            {
                RoleFeatures.Write(_features, context, number);
                return model.Probabilities(_features.Items);
            }).ToArray();
            foreach (var number in context.Numbers)
            {
                RoleFeatures.Write(_features, context, number);
                RoleFeatures.AddSecondPass(_features, context, number, first);
                second.Add(_features.ToArray(), (int)number.Role, WeightOf(readings[index]));
            }
        }

        return (trainer.Fit(), second.Fit());
    }

    private (LinearModel First, LinearModel Second) TrainAttachments(Func<int, int> groupOf)
    {
        var trainer = new LogisticTrainer(1);
        var owner = new List<int>();
        for (var index = 0; index < readings.Count; index++)
        {
            var context = readings[index].Context;
            foreach (var number in Coefficients(context))
            {
                for (var variable = 0; variable <= context.Count; variable++)
                {
                    AttachmentFeatures.Write(_features, context, number, variable);
                    trainer.Add(_features.ToArray(), number.Variable == variable ? 1 : 0, WeightOf(readings[index]));
                    owner.Add(index);
                }
            }
        }

        var folds = FitFolds(trainer, AttachmentFolds, example => groupOf(owner[example]));
        var second = new LogisticTrainer(1);
        for (var index = 0; index < readings.Count; index++)
        {
            var context = readings[index].Context;
            var (coefficients, model) = (Coefficients(context), folds[groupOf(index) % AttachmentFolds]);
            var first = Array.ConvertAll(coefficients, number => FirstPass(context, number, model));
            for (var at = 0; at < coefficients.Length; at++)
            {
                for (var variable = 0; variable <= context.Count; variable++)
                {
                    AttachmentFeatures.Write(_features, context, coefficients[at], variable);
                    AttachmentFeatures.AddSecondPass(_features, context, coefficients, first, at, variable);
                    second.Add(_features.ToArray(), coefficients[at].Variable == variable ? 1 : 0, WeightOf(readings[index]));
                }
            }
        }

        return (trainer.Fit(), second.Fit());
    }

    private static NumberContext[] Coefficients(ReadingContext context) =>
        Array.FindAll(context.Numbers, number => number is { Role: NumberRole.Coefficient, Variable: not null });

    private double[] FirstPass(ReadingContext context, NumberContext number, LinearModel model)
    {
        var probabilities = new double[context.Count + 1];
        for (var variable = 0; variable <= context.Count; variable++)
        {
            AttachmentFeatures.Write(_features, context, number, variable);
            probabilities[variable] = model.Probability(_features.Items);
        }

        return LocalDecisions.Normalized(probabilities);
    }

    private LinearModel TrainColumns()
    {
        var trainer = new LogisticTrainer(1);
        foreach (var reading in readings)
        {
            var coefficients = Coefficients(reading.Context);
            ColumnBuilder.Rank(reading.Context, coefficients);
            var columnOf = new Dictionary<NumberContext, int>();
            for (var column = 0; column < reading.Columns.Count; column++)
                foreach (var number in reading.Columns[column].Numbers) columnOf[number] = column;
            for (var left = 0; left < coefficients.Length; left++)
            {
                for (var right = left + 1; right < coefficients.Length; right++)
                {
                    if (coefficients[left].Variable == coefficients[right].Variable) continue;
                    if (!columnOf.TryGetValue(coefficients[left], out var one) || !columnOf.TryGetValue(coefficients[right], out var other)) continue;
                    ColumnBuilder.Write(_features, coefficients[left], coefficients[right]);
                    trainer.Add(_features.ToArray(), one == other ? 1 : 0, WeightOf(reading));
                }
            }
        }

        return trainer.Fit();
    }

    private LogisticTrainer CollectObjectives(out List<int> groups)
    {
        var trainer = new LogisticTrainer(1);
        var random = new RandomStream(seed);
        groups = [];
        for (var index = 0; index < readings.Count; index++)
        {
            var reading = readings[index];
            int? column = reading.Problem.ObjectiveTerms is null ? null : reading.ObjectiveColumn ?? -1;
            Add(reading, reading.Context.Text, column, groups, index);
            foreach (var (text, varied) in ObjectiveWordings.Vary(reading, random)) Add(reading, text, varied, groups, index);
        }

        return trainer;

        void Add(GoldReading reading, TextContext text, int? objective, List<int> owners, int owner)
        {
            var writer = new ObjectiveFeatures(reading.Context, text, reading.Columns);
            for (var column = 0; column < reading.Columns.Count; column++)
            {
                writer.WriteColumn(_features, column);
                trainer.Add(_features.ToArray(), column == objective ? 1 : 0, WeightOf(reading));
                owners.Add(owner);
            }

            writer.WriteCount(_features);
            trainer.Add(_features.ToArray(), objective is null ? 1 : 0, WeightOf(reading));
            owners.Add(owner);
        }
    }

    private LinearModel TrainLimits(Func<int, int> groupOf, List<int> objectiveOwners)
    {
        // Limits are judged knowing the objective's probabilities, so these come from models that have not seen the problem.
        var objectives = CollectObjectives(out _);
        var halves = FitFolds(objectives, 2, example => groupOf(objectiveOwners[example]));
        var trainer = new LogisticTrainer(1);
        for (var index = 0; index < readings.Count; index++)
        {
            var reading = readings[index];
            var writer = new ObjectiveFeatures(reading.Context, reading.Context.Text, reading.Columns);
            var probabilities = Enumerable.Range(0, reading.Columns.Count).Select(column =>
            {
                writer.WriteColumn(_features, column);
                return halves[groupOf(index) % 2].Probability(_features.Items);
            }).ToArray();
            var limits = new LimitFeatures(reading.Context, reading.Columns, probabilities);
            foreach (var number in reading.Context.Numbers)
            {
                if (!reading.Limits.ContainsKey(number)) continue;
                var targets = reading.TargetsOf(number);
                foreach (var candidate in LimitTarget.Candidates(reading.Context, number, reading.Columns, probabilities))
                {
                    limits.Write(_features, number, candidate);
                    trainer.Add(_features.ToArray(), targets.Contains(candidate) ? 1 : 0, WeightOf(reading));
                }
            }
        }

        return trainer.Fit();
    }

    private (LinearModel Operator, LinearModel Sides, LinearModel Anchor) TrainComparisons()
    {
        var (operators, sides, anchors) = (new LogisticTrainer(1), new LogisticTrainer(1), new LogisticTrainer(1));
        foreach (var reading in readings)
        {
            var context = reading.Context;
            foreach (var number in context.Numbers)
            {
                if (!reading.Limits.TryGetValue(number, out var targets) || targets[0].IsExact) continue;
                OperatorFeatures.Write(_features, context, number.First, number.End, targets[0].Target.Kind);
                operators.Add(_features.ToArray(), targets[0].IsAtLeast ? 1 : 0, WeightOf(reading));
            }

            foreach (var (number, left, right, isAtLeast, isExact) in reading.Multiples)
                AddComparison(context, new TagSpan(number.First, number.End, TagKind.Parameter), left, right, isExact ? null : isAtLeast, LimitKind.Multiple, WeightOf(reading));
            var compared = new HashSet<TagSpan>();
            foreach (var (left, right, isAtLeast, direction) in reading.Comparisons)
            {
                if (BestAnchor(context, left, right, direction, compared) is not { } anchor) continue;
                compared.Add(anchor);
                AddComparison(context, anchor, left, right, isAtLeast, LimitKind.Comparison, WeightOf(reading));
            }

            foreach (var anchor in ComparisonFeatures.Anchors(context))
            {
                ComparisonFeatures.WriteAnchor(_features, context, anchor);
                anchors.Add(_features.ToArray(), compared.Contains(anchor) ? 1 : 0, WeightOf(reading));
            }
        }

        return (operators.Fit(), sides.Fit(), anchors.Fit());

        void AddComparison(ReadingContext context, TagSpan anchor, int left, int right, bool? isAtLeast, LimitKind kind, double weight)
        {
            if (isAtLeast is { } direction)
            {
                OperatorFeatures.Write(_features, context, anchor.First, anchor.End, kind);
                operators.Add(_features.ToArray(), direction ? 1 : 0, weight);
            }

            for (var one = 0; one < context.Count; one++)
            {
                for (var other = 0; other < context.Count; other++)
                {
                    if (one == other) continue;
                    ComparisonFeatures.WriteSides(_features, context, anchor, one, other, kind);
                    sides.Add(_features.ToArray(), one == left && other == right ? 1 : 0, weight);
                }
            }
        }
    }

    private static TagSpan? BestAnchor(ReadingContext context, int left, int right, string direction, HashSet<TagSpan> taken)
    {
        (double Score, TagSpan Anchor)? best = null;
        foreach (var anchor in ComparisonFeatures.Anchors(context))
        {
            var sentence = context.Tokens[anchor.First].Sentence;
            var variables = context.Occurrences.Where(place => context.Tokens[place.First].Sentence == sentence).Select(place => place.Variable).ToHashSet();
            if (!variables.Contains(left) || !variables.Contains(right) || taken.Contains(anchor)) continue;
            var (words, said) = (string.Join(' ', context.Tokens[anchor.First..anchor.End].Select(token => token.Lower)), direction.ToLowerInvariant());
            var isLike = words.Contains(said, StringComparison.Ordinal) || said.Contains(words, StringComparison.Ordinal);
            var score = (words == said ? 3 : 0) + (isLike ? 1 : 0)
                + (context.Text.Directions.Contains(anchor) ? 1 : 0)
                - 0.5 * context.Numbers.Count(number => number.Sentence == sentence);
            if (best is null || score > best.Value.Score) best = (score, anchor);
        }

        return best is { Score: > 0 } found ? found.Anchor : null;
    }

    /// <summary>One model a fold, trained on the other folds.</summary>
    private static LinearModel[] FitFolds(LogisticTrainer trainer, int folds, Func<int, int> groupOf)
    {
        var models = new LinearModel[folds];
        Parallel.For(0, folds, fold => models[fold] = trainer.Fit(use: example => groupOf(example) % folds != fold));
        return models;
    }
}
