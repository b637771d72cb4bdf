// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QBarCategoryAxis>
#include <QBarSeries>
#include <QBarSet>
#include <QChartView>
#include <QFile>
#include <QMainWindow>
#include <QSplitter>
#include <QTextBrowser>
#include <QValueAxis>
int main(int c, char **v)
{
    QApplication a(c, v);
    QMainWindow w;
    auto *s = new QSplitter;
    auto *t = new QTextBrowser;
    QFile f(v[1]);
    f.open(QIODevice::ReadOnly);
    t->setMarkdown(QString::fromUtf8(f.readAll()));
    auto *ch = new QChart;
    auto *bs = new QBarSeries;
    auto *set = new QBarSet("Answers");
    *set << 12 << 4 << 19 << 7 << 3;
    bs->append(set);
    ch->addSeries(bs);
    auto *ax = new QBarCategoryAxis;
    ax->append({"A", "B", "C", "D", "E"});
    ch->addAxis(ax, Qt::AlignBottom);
    bs->attachAxis(ax);
    auto *ay = new QValueAxis;
    ch->addAxis(ay, Qt::AlignLeft);
    bs->attachAxis(ay);
    auto *cv = new QChartView(ch);
    cv->setRenderHint(QPainter::Antialiasing);
    s->addWidget(t);
    s->addWidget(cv);
    cv->setMinimumWidth(380);
    w.setCentralWidget(s);
    w.resize(1000, 700);
    s->setSizes({600, 400});
    w.show();
    return a.exec();
}
