namespace NlOpt.Evaluation;

/// <summary>Style and script of the page; both are part of it, so that it needs no network.</summary>
internal static class HtmlAssets
{
    public const string Style = """
        :root { --right: #1a7f37; --wrong: #b42318; --line: #d8dee4; --soft: #f6f8fa; color-scheme: light; }
        body { margin: 0; font: 15px/1.5 system-ui, sans-serif; color: #1f2328; background: #fff; }
        main { max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
        h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; } h3 { font-size: 1rem; margin: 0; }
        h4 { margin: 0 0 .25rem; color: #59636e; }
        .note { color: #59636e; margin-top: 0; }
        table { border-collapse: collapse; font-size: .9rem; margin-bottom: 1rem; }
        th, td { padding: .15rem .6rem; border-bottom: 1px solid var(--line); text-align: left; }
        thead th { background: var(--soft); } .number { text-align: right; font-variant-numeric: tabular-nums; }
        tr.part td:first-child { padding-left: 1.8rem; color: #59636e; }
        td.right { background: #dafbe1; } td.wrong { background: #ffebe9; }
        .tables { display: flex; flex-wrap: wrap; gap: 2rem; overflow-x: auto; }
        nav { position: sticky; top: 0; background: #fff; padding: .6rem 0; border-bottom: 1px solid var(--line); z-index: 1; }
        article { border: 1px solid var(--line); border-left: 4px solid var(--right); border-radius: 6px; padding: .8rem 1rem; margin: 1rem 0; }
        article.wrong { border-left-color: var(--wrong); } article[hidden] { display: none; }
        .badge { font-size: .75rem; font-weight: normal; padding: .1rem .45rem; border-radius: 1rem; background: var(--soft); white-space: nowrap; }
        .badge.right { background: #dafbe1; color: var(--right); } .badge.wrong { background: #ffebe9; color: var(--wrong); }
        .errors { color: var(--wrong); margin: .3rem 0; } .erratum { color: #9a6700; margin: .3rem 0; }
        .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; } .side { min-width: 0; }
        .row { font-family: ui-monospace, monospace; font-size: .85rem; padding: .15rem .5rem; }
        .row { margin: .2rem 0; border-radius: 4px; overflow-wrap: anywhere; }
        .row.right { background: #f0fbf3; } .row.wrong { background: #ffebe9; } .type { float: right; color: #59636e; font-size: .75rem; }
        .variables { margin: 0 0 .25rem; font-size: .85rem; color: #59636e; }
        mark { border-radius: 3px; padding: 0 .1rem; } mark.right { background: #dafbe1; } mark.wrong { background: #ffd8d3; }
        @media (max-width: 45rem) { .sides { grid-template-columns: 1fr; } }
        """;

    public const string Script = """
        const filter = document.getElementById('filter'), search = document.getElementById('search');
        const cards = [...document.querySelectorAll('article')];
        function show() {
          const wanted = filter.value, words = search.value.toLowerCase();
          let shown = 0;
          for (const card of cards) {
            const kind = !wanted || (wanted.startsWith('error ')
              ? card.dataset.errors.split('|').includes(wanted.slice(6)) : card.classList.contains(wanted));
            card.hidden = !kind || (words !== '' && !card.textContent.toLowerCase().includes(words));
            if (!card.hidden) shown++;
          }
          document.getElementById('shown').textContent = shown + ' of ' + cards.length;
        }
        filter.addEventListener('change', show); search.addEventListener('input', show); show();
        """;
}
